/*
title:
  id: Deklarasi tanpa tindak lanjut
  en: Declarations without follow-up
description:
  id: >-
    Kesepakatan yang dalam catatan ini tidak ada bukti pelaksanaan butir komitmennya, tidak ada
    yang melaksanakannya, dan tidak ada peristiwa sesudahnya yang melibatkan dua pihaknya atau
    lebih. Tidak tercatat bukan berarti tidak dilaksanakan; daftar ini menunjukkan di mana perlu
    bertanya.
  en: >-
    Agreements for which there is on this record no evidence that a commitment was carried out,
    nothing that implements them, and no later event with two or more of their parties. Not on
    record does not mean not done; the list shows where to ask.
access: [policy, analyst, investigator]
parameters:
  kind:
    type: text
    terms: Agreement
    description:
      id: "Hanya jenis ini: Declaration, MemorandumOfUnderstanding, CooperationAgreement."
      en: "Only this kind: Declaration, MemorandumOfUnderstanding, CooperationAgreement."
    required: false
    example: Declaration
columns:
  day:
    id: Hari kesepakatan; bila kosong, peristiwa sesudahnya tidak dapat dicari.
    en: Day of the agreement; where empty, later events could not be looked for.
  agreement: {id: Kesepakatan., en: Agreement.}
  agreement_id: {id: Id kesepakatan., en: Id of the agreement.}
  kind: {id: Jenis., en: Kind.}
  parties: {id: Pihak., en: Parties.}
  party_ids: {id: Id pihak., en: Ids of the parties.}
  commitments: {id: Butir komitmen yang tercatat., en: Commitments on record.}
  deadlines: {id: Tenggat butir-butir itu., en: Deadlines of those commitments.}
  events_with_one_party:
    id: Peristiwa sesudahnya dengan satu pihak saja.
    en: Later events with only one of the parties.
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (agreement:Agreement)
WHERE ($kind IS NULL OR agreement.class = $kind)
  AND NOT EXISTS { (agreement)<-[:IMPLEMENTS]-(:Entity) }
  AND NOT EXISTS { (agreement)-[:RESULTED_IN]->(:Entity) }
  AND NOT EXISTS { (agreement)<-[:COMMITTED_IN]-(:Commitment)-[:FULFILLED_BY]->(:Entity) }
OPTIONAL MATCH (agreement)-[:HAS_PARTY]->(party:Agent)
WITH agreement, party ORDER BY party.id
WITH agreement, collect(DISTINCT party) AS parties
OPTIONAL MATCH (partner:Agent)<-[:CONDUCTED_BY|ASSISTED_BY|LED_BY|HAS_PARTY|PARTICIPATED_IN]-(event:Event)
WHERE partner IN parties AND event.first_day > agreement.last_day
WITH agreement, parties, event, count(DISTINCT partner) AS partners
WITH agreement, parties, sum(CASE WHEN partners > 1 THEN 1 ELSE 0 END) AS joint,
  count(CASE WHEN partners = 1 THEN event END) AS single
WHERE joint = 0
OPTIONAL MATCH (agreement)<-[:COMMITTED_IN]-(commitment:Commitment)
WITH agreement, parties, single, commitment ORDER BY commitment.id
WITH agreement, parties, single, collect(DISTINCT commitment.caption) AS commitments,
  collect(DISTINCT commitment.deadline) AS deadlines
RETURN agreement.first_day AS day, agreement.caption AS agreement, agreement.id AS agreement_id,
  agreement.class AS kind, [one IN parties | one.caption] AS parties,
  [one IN parties | one.id] AS party_ids, commitments, deadlines,
  single AS events_with_one_party, agreement.support AS support, agreement.claims AS claims
ORDER BY coalesce(day, '9999'), agreement_id
