/*
title:
  id: Tujuan menurut daerah asal
  en: Destinations by region of origin
description:
  id: >-
    Ke negara mana orang dari tiap provinsi asal hendak atau telah pergi, menurut peristiwa, rute,
    dan kelompok yang tercatat. Yang dihitung catatan, bukan orang.
  en: >-
    To which countries people from each province of origin were to go or went, by events, routes
    and groups on record. Records are counted, not people.
access: [policy, analyst, investigator]
parameters:
  province:
    type: id
    description: {id: Hanya provinsi asal ini., en: Only this province of origin.}
    required: false
    example: "region:53"
columns:
  province: {id: Provinsi asal., en: Province of origin.}
  province_id: {id: Id provinsi., en: Id of the province.}
  country: {id: Negara tujuan., en: Country of destination.}
  country_id: {id: Id negara., en: Id of the country.}
  records: {id: Jumlah catatan., en: Number of records.}
  record_ids:
    id: Id peristiwa, rute, atau kelompok.
    en: Ids of the events, routes or groups.
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (record:Event|Route|Group)-[from:ORIGINATES_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province:Province)
WHERE $province IS NULL OR province.id = $province
MATCH (record)-[to:DESTINED_FOR]->(:Place)-[:LOCATED_IN|PART_OF*0..5]->(country:Country)
WITH province, country, record, from, to ORDER BY record.id, from.id, to.id
WITH province, country, collect(DISTINCT record.id) AS record_ids,
  collect(DISTINCT from.claims) AS came, collect(DISTINCT to.claims) AS went
RETURN province.caption AS province, province.id AS province_id, country.caption AS country,
  country.id AS country_id, size(record_ids) AS records, record_ids,
  reduce(kept = [], claim IN reduce(all = [], some IN came + went | all + some) |
    CASE WHEN claim IN kept THEN kept ELSE kept + claim END) AS claims
ORDER BY province_id, records DESC, country_id
