/*
title:
  id: Arahan dan larangan
  en: Directives and prohibitions
description:
  id: >-
    Arahan yang tercatat, dari siapa, kepada siapa, apa yang diminta atau dilarang, dan butir
    komitmen yang lahir darinya.
  en: >-
    Directives on record, from whom, to whom, what they require or prohibit, and commitments made
    under them.
access: [policy, analyst, investigator]
columns:
  day:
    id: Hari arahan, atau hari dokumennya.
    en: Day of the directive, or of its document.
  directive: {id: Arahan., en: Directive.}
  directive_id: {id: Id arahan., en: Id of the directive.}
  issued_by: {id: Dari., en: From.}
  addressed_to: {id: Kepada., en: To.}
  requires: {id: Mewajibkan (topik)., en: Requires (topics).}
  prohibits: {id: Melarang (topik)., en: Prohibits (topics).}
  commitments: {id: Butir komitmen., en: Commitments.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (directive:Directive)
OPTIONAL MATCH (directive)-[:ISSUED_BY|INITIATED_BY]->(issuer:Agent)
WITH directive, issuer ORDER BY issuer.id
WITH directive, collect(DISTINCT issuer.caption) AS issued_by
OPTIONAL MATCH (directive)-[:ADDRESSED_TO]->(addressee:Agent)
WITH directive, issued_by, addressee ORDER BY addressee.id
WITH directive, issued_by, collect(DISTINCT addressee.caption) AS addressed_to
OPTIONAL MATCH (directive)<-[:COMMITTED_IN]-(commitment:Commitment)
WITH directive, issued_by, addressed_to, commitment ORDER BY commitment.id
WITH directive, issued_by, addressed_to, collect(DISTINCT commitment.caption) AS commitments
OPTIONAL MATCH (directive)-[:MENTIONED_IN]->(document:Document)
WITH directive, issued_by, addressed_to, commitments, min(document.published) AS told
RETURN coalesce(directive.first_day, told) AS day, directive.caption AS directive,
  directive.id AS directive_id, issued_by, addressed_to, directive.requires AS requires,
  directive.prohibits AS prohibits, commitments, directive.support AS support,
  directive.claims AS claims
ORDER BY coalesce(day, '9999'), directive_id
