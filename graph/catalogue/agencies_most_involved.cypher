/*
title:
  id: Lembaga yang paling banyak terlibat
  en: Agencies most involved
description:
  id: >-
    Lembaga menurut jumlah peristiwa penindakan atau pelindungan yang mereka laksanakan atau
    bantu. Banyaknya peristiwa dalam catatan bergantung pada pemberitaan.
  en: >-
    Agencies by the number of enforcement or protection events they conducted or assisted. How
    many are on record depends on reporting.
access: [policy, analyst, investigator]
parameters:
  since:
    type: date
    description: {id: Sejak hari ini., en: Since this day.}
    required: false
    default: "1900-01-01"
    example: "2025-01-01"
  kind:
    type: text
    terms: Event
    description:
      id: Hanya peristiwa kelas ini, misalnya Interception.
      en: Only events of this class, such as Interception.
    required: false
columns:
  agency: {id: Lembaga., en: Agency.}
  agency_id: {id: Id lembaga., en: Id of the agency.}
  agency_kind: {id: Jenis lembaga., en: Kind of agency.}
  conducted: {id: Jumlah peristiwa yang dilaksanakan., en: Number of events conducted.}
  assisted: {id: Jumlah peristiwa yang dibantu., en: Number of events assisted.}
  kinds: {id: Kelas peristiwa., en: Classes of the events.}
  first_day: {id: Yang pertama., en: The first.}
  last_day: {id: Yang terakhir., en: The latest.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (event:Event)-[link:CONDUCTED_BY|ASSISTED_BY]->(agency:PublicBody)
WHERE ($kind IS NULL OR event.class = $kind) AND coalesce(event.first_day, '1900-01-01') >= $since
WITH agency, event, link ORDER BY event.class, event.id, link.id
WITH agency, count(DISTINCT CASE WHEN type(link) = 'CONDUCTED_BY' THEN event.id END) AS conducted,
  count(DISTINCT CASE WHEN type(link) = 'ASSISTED_BY' THEN event.id END) AS assisted,
  collect(DISTINCT event.class) AS kinds, min(event.first_day) AS first_day,
  max(event.last_day) AS last_day, collect(link.claims) AS found
RETURN agency.caption AS agency, agency.id AS agency_id, agency.agencyKind AS agency_kind,
  conducted, assisted, kinds, first_day, last_day,
  reduce(all = [], some IN found | all + some) AS claims
ORDER BY conducted + assisted DESC, conducted DESC, agency_id
