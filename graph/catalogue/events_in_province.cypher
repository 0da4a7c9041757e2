/*
title:
  id: Peristiwa di satu provinsi
  en: Events in a province
description:
  id: >-
    Peristiwa yang menurut sumber terjadi di provinsi ini atau bagiannya, menurut waktu, dengan
    pelaksana dan kelompok orang yang terkena. Batas jumlah orang tidak dijumlahkan.
  en: >-
    Events that sources place in this province or its parts, in time, with who conducted them and
    the groups affected. Bounds of group sizes are not summed.
access: [policy, analyst, investigator]
parameters:
  province:
    type: id
    description: {id: Id provinsi., en: Id of the province.}
    example: "region:14"
  kind:
    type: text
    terms: Event
    description:
      id: Hanya kelas ini, misalnya Interception.
      en: Only this class, such as Interception.
    required: false
columns:
  day: {id: Hari pertama., en: First day.}
  kind: {id: Kelas., en: Class.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  places: {id: Tempat., en: Places.}
  conducted_by: {id: Pelaksana., en: Conducted by.}
  affected: {id: Kelompok yang terkena., en: Groups affected.}
  documents: {id: Jumlah dokumen., en: Number of documents.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (:Province {id: $province})<-[:LOCATED_IN|PART_OF*0..4]-(place:Place)<-[:OCCURRED_AT|LOCATED_IN]-(event:Event)
WHERE $kind IS NULL OR event.class = $kind
WITH event, place ORDER BY place.id
WITH event, collect(DISTINCT place.caption) AS places
OPTIONAL MATCH (event)-[:CONDUCTED_BY]->(agent:Organization)
WITH event, places, agent ORDER BY agent.id
WITH event, places, collect(DISTINCT agent.caption) AS conducted_by
OPTIONAL MATCH (event)-[:AFFECTED]->(group:Group)
WITH event, places, conducted_by, group ORDER BY group.id
WITH event, places, conducted_by, collect(DISTINCT group.caption) AS affected
RETURN event.first_day AS day, event.class AS kind, event.caption AS event, event.id AS event_id,
  places, conducted_by, affected, COUNT { (event)-[:MENTIONED_IN]->(:Document) } AS documents,
  event.support AS support, event.claims AS claims
ORDER BY coalesce(day, '9999'), event_id
