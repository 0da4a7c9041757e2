/*
title:
  id: Tuntutan pidana
  en: Sentence demands
description:
  id: >-
    Pidana yang dituntut penuntut umum, atas siapa, dan vonis pengadilan yang sama atas terdakwa
    yang sama bila tercatat. Tuntutan bukan putusan.
  en: >-
    Penalties that prosecutors demanded, for whom, and the same court's verdict on the same
    defendant where one is on record. A demand is no verdict.
access: [analyst, investigator]
parameters:
  court:
    type: id
    description: {id: Hanya pengadilan ini., en: Only this court.}
    required: false
columns:
  day: {id: Hari tuntutan., en: Day of the demand.}
  demand: {id: Tuntutan., en: Demand.}
  demand_id: {id: Id tuntutan., en: Id of the demand.}
  defendants: {id: Terdakwa., en: Defendants.}
  prosecutors: {id: Penuntut umum atau kejaksaan., en: Prosecutors or their office.}
  courts: {id: Pengadilan., en: Courts.}
  articles: {id: Pasal., en: Articles.}
  demanded_months: {id: Pidana penjara yang dituntut (bulan)., en: Prison term demanded (months).}
  demanded_fine_idr: {id: Denda yang dituntut (Rp)., en: Fine demanded (IDR).}
  demanded_restitution_idr: {id: Restitusi yang dituntut (Rp)., en: Restitution demanded (IDR).}
  verdict_ids: {id: Id putusan atas terdakwa itu., en: Ids of verdicts on that defendant.}
  imposed_months:
    id: Pidana penjara yang dijatuhkan (bulan).
    en: Prison terms imposed (months).
  disputed:
    id: Sifat yang disebut berbeda oleh sumber.
    en: Properties that sources give differently.
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (demand:SentenceDemand)
OPTIONAL MATCH (demand)-[:HEARD_BY]->(court:Court)
WITH demand, court ORDER BY court.id
WITH demand, collect(DISTINCT court.caption) AS courts, collect(DISTINCT court.id) AS court_ids
WHERE $court IS NULL OR $court IN court_ids
OPTIONAL MATCH (demand)-[:HAS_DEFENDANT]->(defendant:Agent)
OPTIONAL MATCH (verdict:Verdict)-[:HAS_DEFENDANT]->(defendant)
OPTIONAL MATCH (verdict)-[:HEARD_BY]->(ruling:Court)
UNWIND coalesce(verdict.sentenceMonths, [null]) AS months
WITH demand, courts, court_ids, defendant, verdict, ruling, months
ORDER BY defendant.id, verdict.first_day, verdict.id, months
WITH demand, courts, collect(DISTINCT defendant.caption) AS defendants,
  collect(DISTINCT CASE WHEN ruling.id IN court_ids THEN verdict.id END) AS verdict_ids,
  collect(DISTINCT CASE WHEN ruling.id IN court_ids THEN months END) AS imposed_months
OPTIONAL MATCH (demand)-[:CONDUCTED_BY]->(prosecutor:Agent)
WITH demand, courts, defendants, verdict_ids, imposed_months, prosecutor ORDER BY prosecutor.id
WITH demand, courts, defendants, verdict_ids, imposed_months,
  collect(DISTINCT prosecutor.caption) AS prosecutors
OPTIONAL MATCH (demand)-[:CHARGED_UNDER]->(article:LegalProvision)
WITH demand, courts, defendants, verdict_ids, imposed_months, prosecutors, article
ORDER BY article.id
WITH demand, courts, defendants, verdict_ids, imposed_months, prosecutors,
  collect(DISTINCT article.caption) AS articles
RETURN demand.first_day AS day, demand.caption AS demand, demand.id AS demand_id, defendants,
  prosecutors, courts, articles, demand.sentenceMonths AS demanded_months,
  demand.fineIdr AS demanded_fine_idr, demand.restitutionIdr AS demanded_restitution_idr,
  verdict_ids, imposed_months, coalesce(demand.conflicts, []) AS disputed,
  demand.support AS support, demand.claims AS claims
ORDER BY coalesce(day, '9999'), demand_id
