/*
title:
  id: Berkas satu perkara atau kejadian
  en: File of one case or incident
description:
  id: >-
    Semua yang menurut sumber terhubung dengan satu perkara atau kejadian, dalam satu tabel -
    orang dengan peran dan tahap hukumnya, kelompok, perusahaan, barang, pasal, tempat, dan
    peristiwa lain dalam perkara yang sama.
  en: >-
    Everything that sources link to one case or incident, in one table - people with their roles
    and legal stages, groups, companies, items, articles, places, and other events of the same
    case.
access: [analyst, investigator]
parameters:
  matter:
    type: id
    description: {id: Id perkara atau peristiwa., en: Id of the case or event.}
    example: "evt:dumai-2026-01-14-26-cpmi-sungai-sembilan"
columns:
  within: {id: Perkara atau peristiwa., en: Case or event.}
  within_id: {id: Idnya., en: Its id.}
  link: {id: Jenis hubungan., en: Relationship type.}
  kind: {id: Kelas., en: Class.}
  what: {id: Apa atau siapa., en: What or who.}
  what_id: {id: Idnya., en: Its id.}
  detail: {id: Peran atau tahap hukum., en: Role or legal stage.}
  stale_since:
    id: Tahap itu usang sejak hari ini, karena lama tidak disebut sumber; kosong bila belum, atau tanpa hari.
    en: The stage is stale since this day, as no source has stated it for long; empty if not, or without a day.
  modality: {id: Modalitas., en: Modality.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (:Entity {id: $matter})-[:BELONGS_TO_CASE*0..1]->(root:Event|Case)
OPTIONAL MATCH (root)<-[:BELONGS_TO_CASE]-(sibling:Event)
WITH collect(DISTINCT root) + collect(DISTINCT sibling) AS matters
UNWIND matters AS matter
WITH DISTINCT matter
MATCH (matter)-[said]-(thing:Entity)
WHERE NOT thing:Document AND NOT thing:Relation
  AND (startNode(said).id = matter.id OR type(said) IN ['HAS_ROLE_IN', 'HAS_LEGAL_STAGE', 'COUNTS', 'ABOUT'])
RETURN matter.caption AS within, matter.id AS within_id, type(said) AS link, thing.class AS kind,
  thing.caption AS what, thing.id AS what_id, coalesce(said.stage, said.role[0]) AS detail,
  CASE WHEN said.confirmedOn IS NULL AND said.staleFrom IS NOT NULL
    THEN coalesce(said.first_day, matter.first_day) ELSE said.staleFrom END AS stale_since, said.modality AS modality, said.support AS support, said.claims AS claims
ORDER BY within_id, link, what_id, said.id
