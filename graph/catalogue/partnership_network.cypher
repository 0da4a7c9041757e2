/*
title:
  id: Jejaring kemitraan
  en: Partnership network
description:
  id: >-
    Pasangan lembaga yang bersama-sama menjadi pihak dalam kesepakatan, dengan kesepakatannya. Ini
    jejaring penindakan dan pelindungan, bukan jejaring tersangka.
  en: >-
    Pairs of bodies that are parties to the same agreements, with those agreements. This is the
    network of enforcement and protection, not of suspects.
access: [policy, analyst, investigator]
parameters:
  agency:
    type: id
    description:
      id: Hanya pasangan dengan lembaga ini; kosong untuk semua.
      en: Only pairs with this body; empty for all.
    required: false
    example: "org:kp2mi"
  kind:
    type: text
    terms: Agreement
    description:
      id: "Hanya jenis ini: Declaration, MemorandumOfUnderstanding, CooperationAgreement."
      en: "Only this kind: Declaration, MemorandumOfUnderstanding, CooperationAgreement."
    required: false
columns:
  party: {id: Pihak., en: Party.}
  party_id: {id: Id pihak., en: Id of the party.}
  partner: {id: Mitra., en: Partner.}
  partner_id: {id: Id mitra., en: Id of the partner.}
  agreements: {id: Jumlah kesepakatan bersama., en: Number of agreements they share.}
  kinds: {id: Jenis kesepakatan., en: Kinds of agreement.}
  first_day: {id: Kesepakatan pertama., en: First agreement.}
  last_day: {id: Kesepakatan terakhir., en: Latest agreement.}
  agreement_ids: {id: Id kesepakatan., en: Ids of the agreements.}
  support:
    id: Asal bukti terbanyak untuk satu kesepakatan.
    en: Most independent origins for one agreement.
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (party:Agent)<-[left:HAS_PARTY]-(agreement:Agreement)-[right:HAS_PARTY]->(partner:Agent)
WHERE party.id <> partner.id
  AND (party.id = $agency OR $agency IS NULL AND party.id < partner.id)
  AND ($kind IS NULL OR agreement.class = $kind)
WITH party, partner, agreement, left.claims + right.claims AS said ORDER BY agreement.id
WITH party, partner, collect(agreement.id) AS agreement_ids, collect(agreement.class) AS classes,
  min(agreement.first_day) AS first_day, max(agreement.last_day) AS last_day,
  max(agreement.support) AS support, collect(said) AS found
RETURN party.caption AS party, party.id AS party_id, partner.caption AS partner,
  partner.id AS partner_id, size(agreement_ids) AS agreements,
  reduce(kept = [], one IN classes | CASE WHEN one IN kept THEN kept ELSE kept + one END) AS kinds,
  first_day, last_day, agreement_ids, support, reduce(kept = [], some IN found | kept + some) AS claims
ORDER BY agreements DESC, party_id, partner_id
