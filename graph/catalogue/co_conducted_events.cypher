/*
title:
  id: Lembaga yang bertindak bersama
  en: Agencies that act together
description:
  id: >-
    Pasangan lembaga yang melaksanakan atau membantu peristiwa yang sama, dan apakah ada
    kesepakatan di antara keduanya dalam catatan.
  en: >-
    Pairs of agencies that conducted or assisted the same events, and whether an agreement between
    them is on record.
access: [policy, analyst, investigator]
parameters:
  agency:
    type: id
    description: {id: Hanya pasangan dengan lembaga ini., en: Only pairs with this agency.}
    required: false
    example: "org:polda-riau"
  minimum:
    type: integer
    description: {id: Paling sedikit peristiwa bersama., en: Fewest events together.}
    required: false
    default: 1
    minimum: 1
    maximum: 1000
columns:
  agency: {id: Lembaga., en: Agency.}
  agency_id: {id: Id lembaga., en: Id of the agency.}
  partner: {id: Mitra., en: Partner.}
  partner_id: {id: Id mitra., en: Id of the partner.}
  events: {id: Jumlah peristiwa bersama., en: Number of events together.}
  kinds: {id: Kelas peristiwa., en: Classes of the events.}
  event_ids: {id: Id peristiwa., en: Ids of the events.}
  agreements: {id: Jumlah kesepakatan di antara keduanya., en: Number of agreements between them.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (agency:PublicBody)<-[left:CONDUCTED_BY|ASSISTED_BY]-(event:Event)-[right:CONDUCTED_BY|ASSISTED_BY]->(partner:PublicBody)
WHERE agency.id <> partner.id
  AND (agency.id = $agency OR $agency IS NULL AND agency.id < partner.id)
WITH agency, partner, event, left, right ORDER BY event.class, event.id, left.id, right.id
WITH agency, partner, collect(DISTINCT event.id) AS event_ids, collect(DISTINCT event.class) AS kinds,
  collect(DISTINCT left.claims) AS mine, collect(DISTINCT right.claims) AS theirs
WHERE size(event_ids) >= $minimum
OPTIONAL MATCH (agency)<-[:HAS_PARTY]-(agreement:Agreement)-[:HAS_PARTY]->(partner)
WITH agency, partner, event_ids, kinds, mine, theirs, count(DISTINCT agreement) AS agreements
RETURN agency.caption AS agency, agency.id AS agency_id, partner.caption AS partner,
  partner.id AS partner_id, size(event_ids) AS events, kinds, event_ids, agreements,
  reduce(kept = [], claim IN reduce(all = [], some IN mine + theirs | all + some) |
    CASE WHEN claim IN kept THEN kept ELSE kept + claim END) AS claims
ORDER BY events DESC, agency_id, partner_id
