/*
title:
  id: Rantai perekrutan
  en: Recruiter chain
description:
  id: >-
    Siapa yang menurut sumber merekrut atau menjadi calo, dari mana, melalui perusahaan apa dan
    bagaimana izinnya saat itu, lewat titik keluar mana, ke negara mana. Satu baris per perekrut
    dan kejadian; kolom kosong berarti sumber tidak mengatakannya. Semua ini dugaan sampai diputus
    pengadilan.
  en: >-
    Who recruited or brokered according to sources, from where, through which company and with
    what licence then, by which exit point, to which country. One row per recruiter and incident;
    an empty cell means that no source says. All of it is alleged until a court decides.
access: [analyst, investigator]
parameters:
  origin:
    type: id
    description:
      id: Daerah asal, misalnya region:53; bagiannya ikut.
      en: Region of origin, such as region:53, with its parts.
    required: false
  company:
    type: id
    description: {id: Hanya melalui perusahaan ini., en: Only through this company.}
    required: false
    example: "org:pt-putri-samawa-mandiri"
  destination:
    type: id
    description:
      id: Negara tujuan, misalnya country:MY.
      en: Country of destination, such as country:MY.
    required: false
columns:
  origin: {id: Desa atau daerah asal., en: Village or region of origin.}
  recruiter:
    id: Perekrut atau calo seperti disebut sumber.
    en: Recruiter or broker as the source names them.
  recruiter_id: {id: Id perekrut., en: Id of the recruiter.}
  role: {id: Peran menurut kosakata., en: Role from the vocabulary.}
  recruits:
    id: Siapa yang direkrut (kelompok terhitung).
    en: Who was recruited (counted group).
  company: {id: P3MI atau lembaga perantara., en: P3MI or intermediary.}
  company_ids: {id: Idnya., en: Its id.}
  licence:
    id: >-
      Tindakan atas izin terakhir pada atau sebelum hari kejadian; kosong bila tidak ada catatan.
    en: >-
      Last licence action on or before the day of the incident; empty where nothing is on record.
  transit: {id: Tempat transit., en: Places of transit.}
  exit_point: {id: Pelabuhan atau titik keluar., en: Port or exit point.}
  destination: {id: Tujuan., en: Destination.}
  incident: {id: Kejadian atau perkara., en: Incident or case.}
  incident_id: {id: Id kejadian., en: Id of the incident.}
  day: {id: Hari kejadian., en: Day of the incident.}
  modality: {id: Modalitas pernyataan., en: Modality of the statement.}
  support: {id: Jumlah asal bukti yang mandiri., en: Number of independent origins.}
  claims: {id: Id klaim yang menyatakan hubungan., en: Ids of the claims that state the links.}
*/
MATCH (relation:Recruitment|CaseRole|Brokerage)-[start:STARTS_AT]->(recruiter:Agent)
WHERE relation.class IN ['Recruitment', 'Brokerage', 'BrokerRole']
  OR any(role IN relation.role WHERE role IN ['calo', 'recruiter', 'field-agent'])
OPTIONAL MATCH (relation)-[end:ENDS_AT]->(other:Entity)
OPTIONAL MATCH (relation)-[within:IN_INCIDENT]->(stated:Event|Case)
WITH relation, recruiter, start, end, within, other,
  CASE WHEN stated IS NULL AND (other:Event OR other:Case) THEN other ELSE stated END AS incident,
  CASE WHEN other:Agent THEN other ELSE null END AS recruits
OPTIONAL MATCH (relation)-[by:THROUGH]->(company:Organization)
WITH relation, recruiter, incident, recruits, company, start, end, within, by
ORDER BY relation.id, recruits.id, company.id
WITH recruiter, incident, collect(coalesce(relation.role, CASE relation.class
    WHEN 'Recruitment' THEN ['recruiter'] WHEN 'Brokerage' THEN ['calo'] ELSE [] END)) AS roles,
  collect(DISTINCT recruits) AS groups,
  collect(DISTINCT company) AS companies, min(start.modality) AS modality,
  max(start.support) AS support, collect(start.claims) AS began, collect(end.claims) AS ended,
  collect(within.claims) AS placed, collect(by.claims) AS passed
OPTIONAL MATCH (incident)-[:FOLLOWS_ROUTE]->(route:Route)
WITH recruiter, incident, roles, groups, companies, modality, support,
  began + ended + placed + passed AS linked, collect(DISTINCT route) AS routes
WITH recruiter, incident, roles, groups, companies, modality, support, linked,
  [incident] + routes + groups AS bearers
UNWIND CASE WHEN size([one IN bearers WHERE one IS NOT NULL]) = 0 THEN [null]
  ELSE [one IN bearers WHERE one IS NOT NULL] END AS bearer
OPTIONAL MATCH (bearer)-[went:ORIGINATES_IN|TRANSITS_THROUGH|EXITS_AT|DESTINED_FOR]->(place:Place)
WITH recruiter, incident, roles, groups, companies, modality, support, linked,
  type(went) AS step, place, went ORDER BY place.id, went.id
WITH recruiter, incident, roles, groups, companies, modality, support, linked,
  collect(went.claims) AS walked, collect({step: step, place: place}) AS steps
WITH recruiter, incident, roles, groups, companies, modality, support, linked + walked AS found,
  [one IN steps WHERE one.step = 'ORIGINATES_IN' | one.place] AS origins,
  [one IN steps WHERE one.step = 'TRANSITS_THROUGH' | one.place.caption] AS transit,
  [one IN steps WHERE one.step = 'EXITS_AT' | one.place.caption] AS exits,
  [one IN steps WHERE one.step = 'DESTINED_FOR' | one.place] AS destinations
WHERE ($company IS NULL OR $company IN [one IN companies | one.id])
  AND ($destination IS NULL OR $destination IN [one IN destinations | one.id])
  AND ($origin IS NULL OR any(one IN origins WHERE one.id = $origin OR one.id STARTS WITH $origin + '.'))
UNWIND CASE WHEN size(companies) = 0 THEN [null] ELSE companies END AS company
OPTIONAL MATCH (company)-[:POSSIBLY_SAME*0..2]-(:Company)<-[:CONCERNS_COMPANY]-(action:LicenceAction)
WHERE action.first_day <= incident.first_day
WITH recruiter, incident, roles, groups, companies, modality, support, found, origins,
  transit, exits, destinations, action ORDER BY action.first_day DESC, action.id
WITH recruiter, incident, roles, groups, companies, modality, support, found, origins,
  transit, exits, destinations,
  head(collect(action.first_day + ' ' + coalesce(action.licenceActionKind, ''))) AS licence
RETURN
  reduce(kept = [], one IN origins | CASE WHEN one.caption IN kept THEN kept ELSE kept + one.caption END) AS origin,
  recruiter.caption AS recruiter, recruiter.id AS recruiter_id,
  reduce(kept = [], one IN reduce(all = [], some IN roles | all + some) |
    CASE WHEN one IN kept THEN kept ELSE kept + one END) AS role,
  [one IN groups | one.caption] AS recruits, [one IN companies | one.caption] AS company,
  [one IN companies | one.id] AS company_ids, licence,
  reduce(kept = [], one IN transit | CASE WHEN one IN kept THEN kept ELSE kept + one END) AS transit,
  reduce(kept = [], one IN exits | CASE WHEN one IN kept THEN kept ELSE kept + one END) AS exit_point,
  reduce(kept = [], one IN destinations |
    CASE WHEN one.caption IN kept THEN kept ELSE kept + one.caption END) AS destination,
  incident.caption AS incident, incident.id AS incident_id, incident.first_day AS day,
  modality, support,
  reduce(kept = [], claim IN reduce(all = [], some IN found | all + some) |
    CASE WHEN claim IN kept THEN kept ELSE kept + claim END) AS claims
ORDER BY coalesce(day, '9999'), coalesce(incident_id, ''), recruiter_id
