/*
title:
  id: Status hukum yang sudah lama
  en: Stale legal stages
description:
  id: >-
    Orang yang tahap hukum terakhirnya dalam catatan belum selesai (dilaporkan, diperiksa,
    tersangka, buron, ditahan) dan lebih tua dari suatu hari. Perlu dicek sebelum dipakai; bisa
    jadi sudah bebas, dihentikan, atau diputus.
  en: >-
    People whose latest stage on record is open (reported, questioned, suspect, wanted, detained)
    and older than a given day. Check before use; they may have been cleared, dropped or tried.
access: [analyst, investigator]
parameters:
  before:
    type: date
    description: {id: Tahap terakhir sebelum hari ini., en: Latest stage before this day.}
    example: "2024-11-22"
columns:
  person: {id: Orang atau kelompok., en: Person or group.}
  person_id: {id: Idnya., en: Their id.}
  stage: {id: Tahap terakhir yang tercatat., en: Latest stage on record.}
  last_known_day:
    id: Hari terakhir yang diketahui tentang perkara itu.
    en: Last day known of that matter.
  proceeding: {id: Perkara atau peristiwa., en: Case or event.}
  proceeding_id: {id: Idnya., en: Its id.}
  documents: {id: Dokumen sumber., en: Source documents.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (person:Agent)-[link:HAS_LEGAL_STAGE]->(proceeding:Entity)
OPTIONAL MATCH (event:Event)-[:BELONGS_TO_CASE*0..1]->(proceeding)
OPTIONAL MATCH (:LegalStage {id: link.relation})-[:MENTIONED_IN]->(document:Document)
WITH person, link, proceeding, max(event.last_day) AS event_day, max(document.published) AS told,
  collect(DISTINCT document.id) AS document_ids
WITH person, link, proceeding, document_ids,
  reduce(latest = '', day IN [link.last_day, link.first_day, proceeding.last_day, event_day, told] |
    CASE WHEN day > latest THEN day ELSE latest END) AS day,
  replace(link.stage, 'reported-as-', '') AS said
WITH person, link, proceeding, document_ids, day, said,
  CASE said WHEN 'reported' THEN 1 WHEN 'questioned' THEN 2 WHEN 'suspect' THEN 3
    WHEN 'wanted' THEN 4 WHEN 'detained' THEN 5 WHEN 'defendant' THEN 6 ELSE 7 END AS step
ORDER BY day DESC, step DESC, link.id
WITH person, collect({link: link, proceeding: proceeding, documents: document_ids, day: day,
  said: said}) AS stages
WITH person, head(stages) AS latest,
  any(one IN stages WHERE one.said IN ['convicted', 'acquitted', 'case-closed']) AS is_over
WHERE NOT is_over AND latest.day <> '' AND latest.day < $before
  AND latest.said IN ['reported', 'questioned', 'suspect', 'wanted', 'detained']
UNWIND latest.documents AS document_id
WITH person, latest, document_id ORDER BY document_id
WITH person, latest, collect(document_id) AS documents
RETURN person.caption AS person, person.id AS person_id, latest.link.stage AS stage,
  latest.day AS last_known_day, latest.proceeding.caption AS proceeding,
  latest.proceeding.id AS proceeding_id, documents, latest.link.claims AS claims
ORDER BY last_known_day, person_id
