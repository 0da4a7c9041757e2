/*
title:
  id: Orang menurut tahap hukum
  en: People by legal stage
description:
  id: >-
    Orang atau kelompok menurut tahap hukum yang disebut sumber, dengan perkara, pasal, dan
    tanggal. Tersangka bukan terpidana; tahap yang lama mungkin sudah berubah.
  en: >-
    People or groups by the legal stage that sources state, with case, articles and date. A
    suspect is not a convict, and an old stage may have changed.
access: [analyst, investigator]
parameters:
  stage:
    type: text
    terms: legal-stages
    description:
      id: >-
        reported, questioned, suspect, wanted, detained, defendant, convicted, acquitted,
        case-closed, juga bila hanya diberitakan; kosong untuk semua.
      en: >-
        reported, questioned, suspect, wanted, detained, defendant, convicted, acquitted,
        case-closed, also where only reported; empty for all.
    required: false
    example: suspect
  province:
    type: id
    description:
      id: Hanya perkara dengan peristiwa di provinsi ini.
      en: Only cases with an event in this province.
    required: false
columns:
  stage: {id: Tahap hukum., en: Legal stage.}
  person:
    id: Orang atau kelompok seperti disebut sumber.
    en: Person or group as the source names them.
  person_id: {id: Idnya., en: Their id.}
  proceeding: {id: Perkara atau peristiwa., en: Case or event.}
  proceeding_id: {id: Idnya., en: Its id.}
  day:
    id: Hari tahap itu, atau hari peristiwanya.
    en: Day of the stage, or else of the event.
  articles: {id: Pasal., en: Articles.}
  agencies: {id: Yang menangani., en: Who handles it.}
  provinces: {id: Provinsi., en: Provinces.}
  stale_since:
    id: Tahap itu usang sejak hari ini, karena lama tidak disebut sumber; kosong bila belum, atau tanpa hari.
    en: The stage is stale since this day, as no source has stated it for long; empty if not, or without a day.
  modality: {id: Modalitas., en: Modality.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (person:Agent)-[link:HAS_LEGAL_STAGE]->(proceeding:Entity)
WHERE $stage IS NULL OR link.stage IN [$stage, 'reported-as-' + $stage]
OPTIONAL MATCH (relation:LegalStage {id: link.relation})-[:UNDER_ARTICLE]->(article:LegalProvision)
WITH person, link, proceeding, article ORDER BY article.id
WITH person, link, proceeding, collect(DISTINCT article.caption) AS articles
OPTIONAL MATCH (proceeding)-[:INVESTIGATED_BY|CONDUCTED_BY]->(agency:Organization)
WITH person, link, proceeding, articles, agency ORDER BY agency.id
WITH person, link, proceeding, articles, collect(DISTINCT agency.caption) AS agencies
OPTIONAL MATCH (event:Event)-[:BELONGS_TO_CASE*0..1]->(proceeding)
OPTIONAL MATCH (event)-[:OCCURRED_AT|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province:Province)
WITH person, link, proceeding, articles, agencies, event, province ORDER BY province.id
WITH person, link, proceeding, articles, agencies, max(event.last_day) AS event_day,
  collect(DISTINCT province.caption) AS provinces, collect(DISTINCT province.id) AS province_ids
WHERE $province IS NULL OR $province IN province_ids
RETURN link.stage AS stage, person.caption AS person, person.id AS person_id,
  proceeding.caption AS proceeding, proceeding.id AS proceeding_id,
  coalesce(link.first_day, proceeding.first_day, event_day) AS day, articles, agencies, provinces,
  CASE WHEN link.confirmedOn IS NULL AND link.staleFrom IS NOT NULL
    THEN coalesce(link.first_day, proceeding.first_day, event_day) ELSE link.staleFrom END AS stale_since, link.modality AS modality, link.support AS support, link.claims AS claims
ORDER BY coalesce(stage, ''), coalesce(day, '') DESC, proceeding_id, person_id, link.id
