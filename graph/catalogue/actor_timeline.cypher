/*
title:
  id: Garis waktu seorang atau satu lembaga
  en: Timeline of an actor
description:
  id: >-
    Semua yang bertanggal dan terhubung dengan satu orang, lembaga, atau perusahaan, menurut
    waktu, dengan peran dan sumbernya.
  en: >-
    Everything dated that is linked to one person, body or company, in time, with role and source.
access: [analyst, investigator]
parameters:
  actor:
    type: id
    description: {id: Id pelaku., en: Id of the actor.}
    example: "org:polda-riau"
  since:
    type: date
    description: {id: Sejak hari ini., en: Since this day.}
    required: false
    default: "1900-01-01"
  until:
    type: date
    description: {id: Sampai hari ini., en: Until this day.}
    required: false
    default: "2200-01-01"
columns:
  day: {id: Hari pertama., en: First day.}
  last_day: {id: Hari terakhir., en: Last day.}
  kind: {id: Kelas., en: Class.}
  what: {id: Apa., en: What.}
  what_id: {id: Idnya., en: Its id.}
  link: {id: Jenis hubungan., en: Relationship type.}
  detail: {id: Peran atau tahap hukum., en: Role or legal stage.}
  stale_since:
    id: Tahap itu usang sejak hari ini, karena lama tidak disebut sumber; kosong bila belum, atau tanpa hari.
    en: The stage is stale since this day, as no source has stated it for long; empty if not, or without a day.
  modality: {id: Modalitas., en: Modality.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim yang menghubungkan., en: Claims that make the link.}
*/
MATCH (actor:Entity {id: $actor})-[said]-(thing:Entity)
WHERE NOT type(said) IN ['MENTIONED_IN', 'PUBLISHED_BY', 'STARTS_AT', 'ENDS_AT', 'UNIT_OF', 'HAS_JURISDICTION']
  AND NOT thing:Document
WITH said, thing, coalesce(said.first_day, thing.first_day) AS day,
  coalesce(said.last_day, thing.last_day, said.first_day) AS last_day
WHERE day >= $since AND day <= $until
RETURN day, last_day, thing.class AS kind, thing.caption AS what, thing.id AS what_id,
  type(said) AS link, coalesce(said.stage, said.role[0]) AS detail,
  CASE WHEN said.confirmedOn IS NULL AND said.staleFrom IS NOT NULL THEN day ELSE said.staleFrom END AS stale_since,
  said.modality AS modality, said.support AS support, said.claims AS claims
ORDER BY day, what_id, link, said.id
