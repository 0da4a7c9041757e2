/*
title:
  id: Kesepakatan satu lembaga
  en: Agreements of one body
description:
  id: >-
    Semua kesepakatan yang salah satu pihaknya lembaga ini atau unit di bawahnya, menurut waktu,
    dengan pihak lain, penanda tangan, dan tempatnya.
  en: >-
    All agreements to which this body or a unit of it is a party, in time, with the other parties,
    signatories and place.
access: [policy, analyst, investigator]
parameters:
  agency:
    type: id
    description: {id: Id lembaga., en: Id of the body.}
    example: "org:polda-riau"
columns:
  day: {id: Hari kesepakatan., en: Day of the agreement.}
  agreement: {id: Kesepakatan., en: Agreement.}
  agreement_id: {id: Id kesepakatan., en: Id of the agreement.}
  kind: {id: Jenis., en: Kind.}
  as_party:
    id: Lembaga ini atau unitnya yang menjadi pihak.
    en: This body, or the unit of it that is the party.
  other_parties: {id: Pihak lain., en: Other parties.}
  signatories: {id: Penanda tangan., en: Signatories.}
  places: {id: Tempat., en: Places.}
  topics: {id: Topik., en: Topics.}
  number: {id: Nomor., en: Number.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (agency:Organization {id: $agency})<-[:UNIT_OF*0..3]-(member:Organization)<-[:HAS_PARTY]-(agreement:Agreement)
WITH agency, agreement, member ORDER BY member.id
WITH agreement, collect(DISTINCT member.caption) AS as_party, collect(DISTINCT member.id) AS member_ids
OPTIONAL MATCH (agreement)-[:HAS_PARTY]->(party:Agent)
WHERE NOT party.id IN member_ids
WITH agreement, as_party, party ORDER BY party.id
WITH agreement, as_party, collect(DISTINCT party.caption) AS others
OPTIONAL MATCH (agreement)-[:SIGNED_BY]->(person:Person)
WITH agreement, as_party, others, person ORDER BY person.id
WITH agreement, as_party, others, collect(DISTINCT person.caption) AS signatories
OPTIONAL MATCH (agreement)-[:LOCATED_IN]->(place:Place)
WITH agreement, as_party, others, signatories, place ORDER BY place.id
WITH agreement, as_party, others, signatories, collect(DISTINCT place.caption) AS places
RETURN agreement.first_day AS day, agreement.caption AS agreement, agreement.id AS agreement_id,
  agreement.class AS kind, as_party, others AS other_parties, signatories, places,
  agreement.topic AS topics, agreement.number AS number, agreement.support AS support,
  agreement.claims AS claims
ORDER BY coalesce(day, '9999'), agreement_id
