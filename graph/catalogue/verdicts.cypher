/*
title:
  id: Putusan
  en: Verdicts
description:
  id: >-
    Putusan pengadilan yang tercatat, siapa yang diadili, pasal, dan hukumannya. Hanya putusan
    yang menyatakan kesalahan.
  en: >-
    Verdicts on record, who was tried, under which articles, and the sentence. Only a verdict
    states guilt.
access: [analyst, investigator]
parameters:
  court:
    type: id
    description: {id: Hanya pengadilan ini., en: Only this court.}
    required: false
columns:
  day: {id: Hari putusan., en: Day of the verdict.}
  verdict: {id: Putusan., en: Verdict.}
  verdict_id: {id: Id putusan., en: Id of the verdict.}
  defendants: {id: Terdakwa., en: Defendants.}
  stages: {id: Tahap hukum para terdakwa., en: Legal stages of the defendants.}
  courts: {id: Pengadilan., en: Courts.}
  proceedings: {id: Perkara., en: Cases.}
  articles: {id: Pasal., en: Articles.}
  sentence_months: {id: Pidana penjara (bulan)., en: Prison term (months).}
  fine_idr: {id: Denda (Rp)., en: Fine (IDR).}
  fine_substitute_months:
    id: Pengganti denda (bulan).
    en: Term in default of the fine (months).
  restitution_idr: {id: Restitusi (Rp)., en: Restitution (IDR).}
  disputed:
    id: Sifat yang disebut berbeda oleh sumber.
    en: Properties that sources give differently.
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (verdict:Verdict)
OPTIONAL MATCH (verdict)-[:HEARD_BY]->(court:Court)
WITH verdict, court ORDER BY court.id
WITH verdict, collect(DISTINCT court.caption) AS courts, collect(DISTINCT court.id) AS court_ids
WHERE $court IS NULL OR $court IN court_ids
OPTIONAL MATCH (verdict)-[:HAS_DEFENDANT]->(defendant:Agent)
OPTIONAL MATCH (defendant)-[stage:HAS_LEGAL_STAGE]->(:Entity)
WITH verdict, courts, defendant, stage ORDER BY defendant.id, stage.stage
WITH verdict, courts, collect(DISTINCT defendant.caption) AS defendants,
  collect(DISTINCT stage.stage) AS stages
OPTIONAL MATCH (verdict)-[:BELONGS_TO_CASE]->(proceeding:Case)
OPTIONAL MATCH (charged:Verdict|Case)-[:CHARGED_UNDER]->(article:LegalProvision)
WHERE charged.id IN [verdict.id, proceeding.id]
WITH verdict, courts, defendants, stages, proceeding, article ORDER BY proceeding.id, article.id
WITH verdict, courts, defendants, stages, collect(DISTINCT proceeding.caption) AS proceedings,
  collect(DISTINCT article.caption) AS articles
RETURN verdict.first_day AS day, verdict.caption AS verdict, verdict.id AS verdict_id, defendants,
  stages, courts, proceedings, articles, verdict.sentenceMonths AS sentence_months,
  verdict.fineIdr AS fine_idr, verdict.fineSubstituteMonths AS fine_substitute_months,
  verdict.restitutionIdr AS restitution_idr,
  coalesce(verdict.conflicts, []) AS disputed, verdict.support AS support, verdict.claims AS claims
ORDER BY coalesce(day, '9999'), verdict_id
