/*
title:
  id: Dokumen tentang satu entitas
  en: Documents about one entity
description:
  id: >-
    Dokumen yang memuat klaim tentang entitas ini, dengan penerbit, tanggal, keandalan, dan asal
    ceritanya.
  en: >-
    Documents that make claims about this entity, with publisher, date, reliability and origin of
    the story.
access: [policy, analyst, investigator]
parameters:
  entity:
    type: id
    description: {id: Id entitas., en: Id of the entity.}
    example: "agr:ntt-deklarasi-tppo-2025-08-06"
columns:
  published: {id: Tanggal terbit., en: Date of publication.}
  document: {id: Judul., en: Title.}
  document_id: {id: Id dokumen., en: Id of the document.}
  publisher: {id: Penerbit., en: Publisher.}
  reliability: {id: Keandalan A-F., en: Reliability A-F.}
  origin:
    id: Kunci asal cerita; sama berarti satu asal.
    en: Key of the story's origin; the same key is one origin.
  url: {id: Alamat., en: Address.}
  claims: {id: Id klaim dari dokumen itu., en: Ids of that document's claims.}
*/
MATCH (entity:Entity {id: $entity})-[link:MENTIONED_IN]->(document:Document)
OPTIONAL MATCH (document)-[:PUBLISHED_BY]->(publisher:Organization)
WITH link, document, publisher ORDER BY publisher.id
WITH link, document, collect(DISTINCT publisher.caption) AS publishers
RETURN document.published AS published, document.caption AS document, document.id AS document_id,
  publishers AS publisher, document.reliability AS reliability, document.origin_key AS origin,
  document.url AS url, link.claims AS claims
ORDER BY coalesce(published, ''), document_id
