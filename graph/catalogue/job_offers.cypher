/*
title:
  id: Lowongan yang dijanjikan
  en: Jobs promised
description:
  id: >-
    Pekerjaan, upah, dan biaya yang menurut sumber dijanjikan atau diminta, oleh siapa, kepada
    siapa, dan ke mana.
  en: Work, pay and fees that sources say were promised or asked, by whom, to whom, and for where.
access: [analyst, investigator]
parameters:
  destination:
    type: id
    description: {id: Hanya tujuan ini., en: Only this destination.}
    required: false
    example: "country:MY"
columns:
  offer: {id: Lowongan., en: Offer.}
  offer_id: {id: Id lowongan., en: Id of the offer.}
  job: {id: Pekerjaan., en: Work.}
  promised_pay: {id: Upah yang dijanjikan., en: Pay promised.}
  fee_idr: {id: Biaya yang diminta (Rp)., en: Fee asked (IDR).}
  destinations: {id: Tujuan., en: Destinations.}
  offered_by: {id: Ditawarkan oleh., en: Offered by.}
  offered_to: {id: Ditawarkan kepada., en: Offered to.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (offer:JobOffer)
OPTIONAL MATCH (offer)-[:DESTINED_FOR|LOCATED_IN]->(place:Place)
WITH offer, place ORDER BY place.id
WITH offer, collect(DISTINCT place.caption) AS destinations, collect(DISTINCT place.id) AS place_ids
WHERE $destination IS NULL OR $destination IN place_ids
OPTIONAL MATCH (offer)-[:OFFERED_BY]->(by:Agent)
WITH offer, destinations, by ORDER BY by.id
WITH offer, destinations, collect(DISTINCT by.caption) AS offered_by
OPTIONAL MATCH (offer)-[:OFFERED_TO]->(to:Agent)
WITH offer, destinations, offered_by, to ORDER BY to.id
WITH offer, destinations, offered_by, collect(DISTINCT to.caption) AS offered_to
RETURN offer.caption AS offer, offer.id AS offer_id, offer.jobTitle AS job,
  offer.promisedPay AS promised_pay, offer.feeIdr AS fee_idr, destinations, offered_by, offered_to,
  offer.support AS support, offer.claims AS claims
ORDER BY offer_id
