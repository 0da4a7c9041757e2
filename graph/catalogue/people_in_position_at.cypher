/*
title:
  id: Pejabat di satu lembaga
  en: Office holders of one body
description:
  id: >-
    Siapa yang menurut sumber memangku jabatan di lembaga ini atau unitnya, dan kapan terakhir
    disebut demikian. Sumber jarang menyebut masa jabatan; hari dokumen adalah saat jabatan itu
    diketahui.
  en: >-
    Who held posts in this body or its units according to sources, and when that was last said.
    Sources seldom give terms of office; the day of a document is when the post is known to have
    been held.
access: [policy, analyst, investigator]
parameters:
  agency:
    type: id
    description: {id: Id lembaga., en: Id of the body.}
    example: "org:polda-riau"
columns:
  person: {id: Orang., en: Person.}
  person_id: {id: Id orang., en: Id of the person.}
  title: {id: Gelar atau pangkat., en: Title or rank.}
  position: {id: Jabatan., en: Position.}
  position_id: {id: Id jabatan., en: Id of the position.}
  agency: {id: Lembaga atau unit., en: Body or unit.}
  since:
    id: Mulai menurut sumber.
    en: Since, as a source says.
  until:
    id: Sampai menurut sumber.
    en: Until, as a source says.
  first_told: {id: Pertama disebut (hari dokumen)., en: First told (day of a document).}
  last_told: {id: Terakhir disebut., en: Last told.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (:Organization {id: $agency})<-[:UNIT_OF*0..3]-(body:Organization)<-[:POST_IN]-(position:Position)
  <-[link:HOLDS_POSITION]-(person:Person)
OPTIONAL MATCH (:PositionHolding {id: link.relation})-[:MENTIONED_IN]->(document:Document)
WITH DISTINCT body, position, link, person, document
WITH body, position, link, person, min(document.published) AS first_told, max(document.published) AS last_told
RETURN person.caption AS person, person.id AS person_id, person.title AS title,
  position.caption AS position, position.id AS position_id, body.caption AS agency,
  link.first_day AS since, link.last_day AS until, first_told, last_told, link.support AS support,
  link.claims AS claims
ORDER BY agency, position_id, coalesce(since, first_told, ''), person_id, link.id
