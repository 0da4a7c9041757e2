/*
title:
  id: Penggagalan menurut rute
  en: Interceptions by route
description:
  id: >-
    Titik keluar dan tujuan dari penggagalan yang tercatat, dengan daerah asal dan berapa
    peristiwa. Yang dihitung peristiwa, bukan orang.
  en: >-
    Exit points and destinations of the interceptions on record, with regions of origin and how
    many events. Events are counted, not people.
access: [policy, analyst, investigator]
parameters:
  destination:
    type: id
    description: {id: Hanya tujuan ini., en: Only this destination.}
    required: false
    example: "country:MY"
columns:
  exit_point:
    id: Titik keluar; kosong bila tidak disebut.
    en: Exit point; empty where not told.
  exit_point_id: {id: Id titik keluar., en: Id of the exit point.}
  destination: {id: Tujuan; kosong bila tidak disebut., en: Destination; empty where not told.}
  destination_id: {id: Id tujuan., en: Id of the destination.}
  interceptions: {id: Jumlah penggagalan., en: Number of interceptions.}
  origins: {id: Daerah asal., en: Regions of origin.}
  transits: {id: Tempat transit., en: Places of transit.}
  first_day: {id: Yang pertama., en: The first.}
  last_day: {id: Yang terakhir., en: The latest.}
  event_ids: {id: Id penggagalan., en: Ids of the interceptions.}
  claims: {id: Id klaim yang menyebut rute., en: Claims that tell the route.}
*/
MATCH (event:Interception)
OPTIONAL MATCH (event)-[:FOLLOWS_ROUTE]->(route:Route)
WITH event, [event] + collect(DISTINCT route) AS bearers
OPTIONAL MATCH (bearer:Event|Route)-[out:EXITS_AT]->(exit:Place)
WHERE bearer IN bearers
OPTIONAL MATCH (going:Event|Route)-[toward:DESTINED_FOR]->(destination:Place)
WHERE going IN bearers
WITH event, bearers, exit, out, destination, toward
WHERE (exit IS NOT NULL OR destination IS NOT NULL)
  AND ($destination IS NULL OR destination.id = $destination)
OPTIONAL MATCH (coming:Event|Route)-[:ORIGINATES_IN]->(origin:Place)
WHERE coming IN bearers
OPTIONAL MATCH (passing:Event|Route)-[:TRANSITS_THROUGH]->(transit:Place)
WHERE passing IN bearers
WITH event, exit, out, destination, toward, origin, transit
ORDER BY event.id, origin.id, transit.id, out.id, toward.id
WITH exit, destination, collect(DISTINCT event.id) AS event_ids,
  collect(DISTINCT origin.caption) AS origins, collect(DISTINCT transit.caption) AS transits,
  min(event.first_day) AS first_day, max(event.last_day) AS last_day,
  collect(DISTINCT out.claims) AS left, collect(DISTINCT toward.claims) AS went
RETURN exit.caption AS exit_point, exit.id AS exit_point_id, destination.caption AS destination,
  destination.id AS destination_id, size(event_ids) AS interceptions, origins, transits, first_day,
  last_day, event_ids,
  reduce(kept = [], claim IN reduce(all = [], some IN left + went | all + some) |
    CASE WHEN claim IN kept THEN kept ELSE kept + claim END) AS claims
ORDER BY interceptions DESC, coalesce(exit_point_id, ''), coalesce(destination_id, '')
