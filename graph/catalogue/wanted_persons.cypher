/*
title:
  id: Orang yang dicari
  en: Wanted persons
description:
  id: >-
    Orang dalam daftar pencarian atau berstatus buron menurut sumber, dan apakah catatan lain
    menunjukkan mereka kemudian ditangkap atau diadili.
  en: >-
    People on a wanted notice or at stage wanted according to sources, and whether the record
    shows them arrested or tried.
access: [investigator]
columns:
  person: {id: Orang atau kelompok., en: Person or group.}
  person_id: {id: Idnya., en: Their id.}
  day: {id: Hari pengumuman atau tahap itu., en: Day of the notice or stage.}
  basis:
    id: Pengumuman, perkara, atau peristiwa.
    en: Notice, case or event.
  basis_id: {id: Idnya., en: Its id.}
  agencies: {id: Yang mencari., en: Sought by.}
  other_stages: {id: Tahap lain dalam catatan., en: Other stages on record.}
  arrested_in: {id: Penangkapan dalam catatan., en: Arrests on record.}
  stale_since:
    id: Tahap itu usang sejak hari ini, karena lama tidak disebut sumber; kosong bila belum, atau tanpa hari.
    en: The stage is stale since this day, as no source has stated it for long; empty if not, or without a day.
  modality: {id: Modalitas., en: Modality.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (basis:Entity)-[link:SEEKS|HAS_LEGAL_STAGE]-(person:Agent)
WHERE type(link) = 'SEEKS' AND startNode(link).id = basis.id
  OR type(link) = 'HAS_LEGAL_STAGE' AND link.stage IN ['wanted', 'reported-as-wanted'] AND endNode(link).id = basis.id
OPTIONAL MATCH (basis)-[:CONDUCTED_BY|INVESTIGATED_BY|ISSUED_BY]->(agency:Organization)
WITH basis, link, person, agency ORDER BY agency.id
WITH basis, link, person, collect(DISTINCT agency.caption) AS agencies
OPTIONAL MATCH (person)-[other:HAS_LEGAL_STAGE]->(:Entity)
WHERE NOT other.stage IN ['wanted', 'reported-as-wanted']
WITH basis, link, person, agencies, other ORDER BY other.stage
WITH basis, link, person, agencies, collect(DISTINCT other.stage) AS other_stages
OPTIONAL MATCH (person)<-[:APPREHENDED]-(arrest:Event)
WITH basis, link, person, agencies, other_stages, arrest ORDER BY arrest.id
WITH basis, link, person, agencies, other_stages, collect(DISTINCT arrest.caption) AS arrested_in
RETURN person.caption AS person, person.id AS person_id,
  coalesce(link.first_day, basis.first_day) AS day, basis.caption AS basis, basis.id AS basis_id,
  agencies, other_stages, arrested_in, CASE WHEN link.confirmedOn IS NULL AND link.staleFrom IS NOT NULL
    THEN coalesce(link.first_day, basis.first_day) ELSE link.staleFrom END AS stale_since, link.modality AS modality, link.claims AS claims
ORDER BY coalesce(day, '9999'), basis_id, person_id, link.id
