/*
title:
  id: Keterangan yang bertentangan
  en: Contradictions
description:
  id: >-
    Entitas yang sifat tunggalnya (tanggal, jumlah, tahap) disebut berbeda oleh sumber. Graf
    memperlihatkan satu nilai terpilih; nilai lainnya ada pada klaim dari dokumen-dokumen ini.
  en: >-
    Entities of which sources give a single-valued property (a date, a number, a stage)
    differently. The graph shows one chosen value; the others are in the claims of these
    documents.
access: [policy, analyst, investigator]
parameters:
  kind:
    type: text
    terms: Entity
    description: {id: Hanya kelas ini; kosong untuk semua., en: Only this class; empty for all.}
    required: false
    example: Interception
columns:
  kind: {id: Kelas., en: Class.}
  entity: {id: Entitas., en: Entity.}
  entity_id: {id: Id entitas., en: Id of the entity.}
  property: {id: Sifat yang disebut berbeda., en: Property given differently.}
  chosen: {id: Nilai yang terpilih., en: Value chosen.}
  documents: {id: Dokumen yang menyebut entitas itu., en: Documents that mention the entity.}
  document_ids: {id: Id dokumen., en: Ids of the documents.}
  reliabilities:
    id: Keandalan dokumen (A-F) dalam urutan yang sama.
    en: Reliability of the documents (A-F) in the same order.
  origins: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims:
    id: Id klaim tentang entitas itu, semua nilai.
    en: Ids of claims about the entity, all values.
*/
MATCH (entity:Entity)
WHERE entity.conflicts IS NOT NULL AND ($kind IS NULL OR entity.class = $kind)
OPTIONAL MATCH (entity)-[:MENTIONED_IN]->(document:Document)
WITH entity, document ORDER BY document.id
WITH entity, collect(document) AS documents, count(DISTINCT document.origin_key) AS origins
UNWIND entity.conflicts AS property
RETURN entity.class AS kind, entity.caption AS entity, entity.id AS entity_id, property,
  toString(entity[property]) AS chosen, [one IN documents | one.caption] AS documents,
  [one IN documents | one.id] AS document_ids,
  [one IN documents | coalesce(one.reliability, 'F')] AS reliabilities, origins,
  entity.claims AS claims
ORDER BY kind, entity_id, property
