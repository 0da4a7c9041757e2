/*
title:
  id: Butir komitmen dan tenggatnya
  en: Commitments and their deadlines
description:
  id: >-
    Butir komitmen, pihak yang berjanji, tenggat, dan bukti pelaksanaannya. Dengan is_open benar
    berarti belum ada bukti pelaksanaan dalam catatan; yang bertenggat lebih dahulu.
  en: >-
    Commitments, who made them, when they are due, and evidence that they were carried out.
    is_open means that no such evidence is on record; those with a deadline come first.
access: [policy, analyst, investigator]
parameters:
  until:
    type: date
    description: {id: Tenggat sampai hari ini., en: Deadline up to this day.}
    required: false
    default: "2200-01-01"
    example: "2026-12-31"
  with_deadline:
    type: boolean
    description: {id: Hanya yang bertenggat., en: Only those with a deadline.}
    required: false
    default: false
columns:
  deadline: {id: Tenggat., en: Deadline.}
  is_open: {id: Belum ada bukti pelaksanaan., en: No evidence of execution is on record.}
  commitment: {id: Butir komitmen., en: Commitment.}
  commitment_id: {id: Idnya., en: Its id.}
  parties: {id: Pihak yang berjanji., en: Who committed.}
  made_in:
    id: Kesepakatan, arahan, atau peristiwa asalnya.
    en: Agreement, directive or event in which it was made.
  made_in_ids: {id: Idnya., en: Their ids.}
  fulfilled_by: {id: Bukti pelaksanaan., en: Evidence of execution.}
  topics: {id: Topik., en: Topics.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (commitment:Commitment)
WHERE (commitment.deadline IS NULL AND NOT $with_deadline) OR commitment.deadline <= $until
OPTIONAL MATCH (commitment)-[:COMMITS]->(party:Agent)
WITH commitment, party ORDER BY party.id
WITH commitment, collect(DISTINCT party.caption) AS parties
OPTIONAL MATCH (commitment)-[:COMMITTED_IN]->(origin:Entity)
WITH commitment, parties, origin ORDER BY origin.id
WITH commitment, parties, collect(DISTINCT origin.caption) AS made_in,
  collect(DISTINCT origin.id) AS made_in_ids
OPTIONAL MATCH (commitment)-[:FULFILLED_BY]->(proof:Entity)
WITH commitment, parties, made_in, made_in_ids, proof ORDER BY proof.id
WITH commitment, parties, made_in, made_in_ids, collect(DISTINCT proof.caption) AS fulfilled_by
RETURN commitment.deadline AS deadline, size(fulfilled_by) = 0 AS is_open,
  coalesce(commitment.description[0], commitment.caption) AS commitment, commitment.id AS commitment_id, parties,
  made_in, made_in_ids, fulfilled_by, commitment.topic AS topics, commitment.support AS support,
  commitment.claims AS claims
ORDER BY coalesce(deadline, '9999'), commitment_id
