/*
title:
  id: Sangkaan menurut pasal
  en: Charges by article
description:
  id: Pasal yang disangkakan atau diterapkan, dalam berapa perkara, peristiwa, dan tahap hukum.
  en: Articles alleged or applied, and in how many cases, events and legal stages.
access: [policy, analyst, investigator]
columns:
  article: {id: Pasal., en: Article.}
  article_id: {id: Id pasal., en: Id of the article.}
  law: {id: Peraturan., en: Instrument.}
  matters:
    id: Jumlah perkara, peristiwa, dan tahap hukum.
    en: Number of cases, events and legal stages.
  kinds: {id: Kelasnya., en: Their classes.}
  matter_ids: {id: Idnya., en: Their ids.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (matter:Entity)-[link:CHARGED_UNDER|UNDER_ARTICLE]->(article:LegalProvision)
OPTIONAL MATCH (article)-[:PROVISION_OF]->(law:Regulation)
WITH matter, link, article, law ORDER BY matter.id, link.id
WITH article, head(collect(DISTINCT law.caption)) AS law, collect(DISTINCT matter.id) AS matter_ids,
  collect(DISTINCT matter.class) AS kinds, collect(link.claims) AS found
RETURN article.caption AS article, article.id AS article_id, law, size(matter_ids) AS matters,
  kinds, matter_ids,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY matters DESC, article_id
