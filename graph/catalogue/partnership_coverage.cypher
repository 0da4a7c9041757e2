/*
title:
  id: Cakupan kemitraan menurut provinsi
  en: Coverage of partnerships by province
description:
  id: >-
    Matriks provinsi × jenis lembaga × jenis kesepakatan sebagai baris. Sebuah kesepakatan
    mencakup provinsi bila salah satu pihaknya berwilayah kerja di sana, atau, bila sumber tidak
    menyebut pihak, bila dibuat di sana. Pihak milik provinsi lain tidak ikut; perusahaan atau
    kampus dalam kesepakatan lembaga nasional juga tidak, karena wilayahnya tidak disebut.
    Provinsi tanpa kesepakatan tampil satu baris dengan angka nol.
  en: >-
    The matrix province × kind of agency × kind of agreement, as rows. An agreement covers a
    province if one of its parties has its jurisdiction there or, where sources name no party, if
    it was made there. Parties that belong to other provinces are left out, and so are companies
    or universities in agreements of national bodies, whose region no source tells. A province
    without any agreement has one row with zero.
access: [policy, analyst, investigator]
parameters:
  province:
    type: id
    description:
      id: Hanya provinsi ini; kosong untuk semua.
      en: Only this province; empty for all.
    required: false
    example: "region:53"
columns:
  province: {id: Provinsi., en: Province.}
  province_id: {id: Id provinsi., en: Id of the province.}
  agency_kind:
    id: >-
      Jenis lembaga pihak (kosakata agency-kinds, atau kelasnya); kosong bila tidak ada
      kesepakatan.
    en: >-
      Kind of agency of a party (vocabulary agency-kinds, or its class); empty where there is no
      agreement.
  agreement_kind: {id: Jenis kesepakatan., en: Kind of agreement.}
  agreements: {id: Jumlah kesepakatan., en: Number of agreements.}
  first_day: {id: Yang pertama., en: The first.}
  last_day: {id: Yang terakhir., en: The latest.}
  agreement_ids: {id: Id kesepakatan., en: Ids of the agreements.}
  parties: {id: Pihak dari jenis itu., en: Parties of that kind.}
  interceptions:
    id: Jumlah penggagalan yang tercatat di provinsi itu.
    en: Number of interceptions on record in that province.
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (province:Province)
WHERE $province IS NULL OR province.id = $province
OPTIONAL MATCH (event:Interception)-[:OCCURRED_AT|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province)
WITH province, count(DISTINCT event) AS interceptions
OPTIONAL MATCH (province)<-[:PART_OF*0..3]-(:Territory)<-[:HAS_JURISDICTION]-(:Agent)<-[:HAS_PARTY]-(covering:Agreement)
WITH province, interceptions, collect(DISTINCT covering) AS covered
OPTIONAL MATCH (local:Agreement)-[:LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(province)
WHERE NOT EXISTS { (local)-[:HAS_PARTY]->(:Agent) }
WITH province, interceptions, covered, collect(DISTINCT local) AS made_here
UNWIND CASE WHEN size(covered + made_here) = 0 THEN [null] ELSE covered + made_here END AS agreement
OPTIONAL MATCH (agreement)-[link:HAS_PARTY]->(party:Agent)
WHERE EXISTS {
    (party)-[:HAS_JURISDICTION|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(here:Province)
    WHERE here.id = province.id }
  OR NOT EXISTS {
    (party)-[:HAS_JURISDICTION|LOCATED_IN]->(:Place)-[:LOCATED_IN|PART_OF*0..4]->(:Province) }
  AND (party:PublicBody
    OR NOT EXISTS { (agreement)-[:HAS_PARTY]->(:PublicBody)-[:HAS_JURISDICTION]->(:Country) })
WITH province, interceptions, agreement, party, link,
  CASE WHEN agreement IS NULL THEN '' WHEN party IS NULL THEN 'unstated'
    ELSE coalesce(party.agencyKind, party.class) END AS agency_kind
ORDER BY agreement.first_day, agreement.id, party.id
WITH province, interceptions, agency_kind, coalesce(agreement.class, '') AS agreement_kind,
  collect(DISTINCT agreement.id) AS agreement_ids, min(agreement.first_day) AS first_day,
  max(agreement.last_day) AS last_day, collect(DISTINCT party.caption) AS parties,
  collect(coalesce(link.claims, agreement.claims)) AS found
RETURN province.caption AS province, province.id AS province_id, agency_kind, agreement_kind,
  size(agreement_ids) AS agreements, first_day, last_day, agreement_ids, parties, interceptions,
  reduce(kept = [], some IN found | kept + [claim IN some WHERE NOT claim IN kept]) AS claims
ORDER BY province_id, agency_kind, agreement_kind
