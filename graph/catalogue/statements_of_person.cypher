/*
title:
  id: Pernyataan seseorang
  en: Statements of a person
description:
  id: >-
    Apa yang menurut sumber dikatakan seseorang atau lembaga, langsung atau tidak langsung,
    tentang apa, di mana, dan dalam dokumen mana.
  en: >-
    What a person or body said according to sources, directly or indirectly, about what, where,
    and in which document.
access: [policy, analyst, investigator]
parameters:
  speaker:
    type: id
    description: {id: Id pembicara., en: Id of the speaker.}
    example: "per:abdul-kadir-karding"
columns:
  day: {id: Hari dokumen atau peristiwanya., en: Day of the document or event.}
  statement:
    id: Isi pernyataan dengan kata-kata pencatat.
    en: The statement in the curator's words.
  statement_id: {id: Id pernyataan., en: Id of the statement.}
  form: {id: direct atau indirect., en: direct or indirect.}
  about: {id: Tentang., en: About.}
  topics: {id: Topik., en: Topics.}
  spoken_at: {id: Peristiwa., en: Event.}
  document: {id: Dokumen., en: Document.}
  document_id: {id: Id dokumen., en: Id of the document.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (statement:Statement)-[:SPOKEN_BY]->(:Agent {id: $speaker})
OPTIONAL MATCH (statement)-[:ABOUT]->(subject:Entity)
WITH statement, subject ORDER BY subject.id
WITH statement, collect(DISTINCT subject.caption) AS about
OPTIONAL MATCH (statement)-[:SPOKEN_AT]->(event:Event)
WITH statement, about, event ORDER BY event.id
WITH statement, about, collect(DISTINCT event.caption) AS spoken_at, min(event.first_day) AS event_day
OPTIONAL MATCH (statement)-[:MENTIONED_IN]->(document:Document)
WITH statement, about, spoken_at, event_day, document ORDER BY document.id
WITH statement, about, spoken_at, event_day, head(collect(document)) AS document
RETURN coalesce(statement.first_day, event_day, document.published) AS day,
  statement.statementText AS statement, statement.id AS statement_id,
  statement.quotationForm AS form, about, statement.topic AS topics, spoken_at,
  document.caption AS document, document.id AS document_id, statement.claims AS claims
ORDER BY coalesce(day, '9999'), statement_id
