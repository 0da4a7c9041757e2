/*
title:
  id: Provinsi dengan penggagalan tanpa kesepakatan
  en: Provinces with interceptions but no agreement
description:
  id: >-
    Provinsi tempat keberangkatan digagalkan, tetapi tidak ada kesepakatan dengan pihak yang
    berwilayah kerja di sana dalam catatan ini. Terbanyak dahulu.
  en: >-
    Provinces where departures were stopped although no agreement with a party of that
    jurisdiction is on record. Most interceptions first.
access: [policy, analyst, investigator]
parameters:
  minimum:
    type: integer
    description: {id: Paling sedikit penggagalan., en: Fewest interceptions.}
    required: false
    default: 1
    example: 1
    minimum: 1
    maximum: 1000
  provincial_only:
    type: boolean
    description:
      id: >-
        Hanya kesepakatan dengan lembaga tingkat provinsi yang dihitung; kesepakatan kabupaten
        tidak menutup provinsinya.
      en: >-
        Count only agreements with bodies of province level; one with a regency does not cover its
        province.
    required: false
    default: true
    example: true
  kind:
    type: text
    terms: Agreement
    description:
      id: Hanya kesepakatan jenis ini yang dihitung, misalnya Declaration.
      en: Count only agreements of this kind, such as Declaration.
    required: false
    example: Declaration
columns:
  province: {id: Provinsi., en: Province.}
  province_id: {id: Id provinsi., en: Id of the province.}
  interceptions: {id: Jumlah penggagalan yang tercatat., en: Number of interceptions on record.}
  first_day: {id: Yang pertama., en: The first.}
  last_day: {id: Yang terakhir., en: The latest.}
  event_ids: {id: Id penggagalan., en: Ids of the interceptions.}
  local_agreements:
    id: Kesepakatan kabupaten atau kota di provinsi itu.
    en: Agreements of regencies or cities there.
  claims:
    id: Id klaim yang menempatkan penggagalan di sana.
    en: Claims that place the interceptions there.
*/
MATCH (event:Interception)-[link:OCCURRED_AT|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province:Province)
WITH province, event, link ORDER BY event.first_day, event.id, link.id
WITH province, collect(DISTINCT event.id) AS event_ids, min(event.first_day) AS first_day,
  max(event.last_day) AS last_day, collect(link.claims) AS found
WHERE size(event_ids) >= $minimum
  AND NOT EXISTS { (province)<-[:HAS_JURISDICTION]-(:Agent)<-[:HAS_PARTY]-(made:Agreement)
    WHERE $kind IS NULL OR made.class = $kind }
OPTIONAL MATCH (province)<-[:PART_OF*1..3]-(:Territory)<-[:HAS_JURISDICTION]-(:Agent)<-[:HAS_PARTY]-(agreement:Agreement)
WHERE $kind IS NULL OR agreement.class = $kind
WITH province, event_ids, first_day, last_day, found, agreement ORDER BY agreement.id
WITH province, event_ids, first_day, last_day, found, collect(DISTINCT agreement.id) AS local_agreements
WHERE $provincial_only OR size(local_agreements) = 0
RETURN province.caption AS province, province.id AS province_id, size(event_ids) AS interceptions,
  first_day, last_day, event_ids, local_agreements,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY interceptions DESC, province_id
