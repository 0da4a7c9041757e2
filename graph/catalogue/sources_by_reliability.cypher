/*
title:
  id: Sumber menurut keandalan
  en: Sources by reliability
description:
  id: Penerbit dokumen dengan keandalannya, jumlah dokumen, dan jumlah asal bukti yang mandiri.
  en: >-
    Publishers of documents with their reliability, number of documents, and number of independent
    origins.
access: [policy, analyst, investigator]
parameters:
  reliability:
    type: text
    terms: reliabilities
    description:
      id: Hanya keandalan ini, A sampai F; kosong untuk semua.
      en: Only this reliability, A to F; empty for all.
    required: false
    example: A
columns:
  reliability: {id: Keandalan A-F., en: Reliability A-F.}
  publisher: {id: Penerbit., en: Publisher.}
  publisher_id: {id: Id penerbit., en: Id of the publisher.}
  documents: {id: Jumlah dokumen., en: Number of documents.}
  origins: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  first_published: {id: Terbitan tertua., en: Oldest publication.}
  last_published: {id: Terbitan termuda., en: Latest publication.}
  document_ids: {id: Id dokumen., en: Ids of the documents.}
  claims: {id: Id klaim tentang penerbitannya., en: Claims about the publication.}
*/
MATCH (document:Document)
WHERE document.reliability IS NOT NULL AND ($reliability IS NULL OR document.reliability = $reliability)
OPTIONAL MATCH (document)-[link:PUBLISHED_BY]->(publisher:Organization)
WITH document, publisher, link ORDER BY document.id, link.id
WITH document.reliability AS reliability, publisher, collect(DISTINCT document.id) AS document_ids,
  count(DISTINCT document.origin_key) AS origins, min(document.published) AS first_published,
  max(document.published) AS last_published, collect(link.claims) AS found
RETURN reliability, publisher.caption AS publisher, publisher.id AS publisher_id,
  size(document_ids) AS documents, origins, first_published, last_published, document_ids,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY reliability, documents DESC, coalesce(publisher_id, '')
