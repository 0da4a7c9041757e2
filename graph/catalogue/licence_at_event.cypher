/*
title:
  id: Keadaan izin pada saat peristiwa
  en: State of the licence at the time of an event
description:
  id: >-
    Peristiwa atau perkara yang menurut sumber melibatkan perusahaan, atau perekrutan melalui
    perusahaan, digabung dengan tindakan atas izin terakhir pada atau sebelum hari itu. Perusahaan
    yang mungkin sama (ejaan lain) ikut dicari dan disebut terpisah. unknown berarti tidak ada
    tindakan yang tercatat sebelum hari itu, bukan bahwa izinnya sah.
  en: >-
    Events or cases that a source says involve a company, or recruitment through one, joined with
    the last licence action on or before that day. Companies that are possibly the same (another
    spelling) are looked up too and named apart. unknown means that no earlier action is on
    record, not that the licence was valid.
access: [analyst, investigator]
parameters:
  company:
    type: id
    description:
      id: Hanya perusahaan ini; kosong untuk semua.
      en: Only this company; empty for all.
    required: false
    example: "org:pt-alfa-nusantara-perdana"
columns:
  company:
    id: Perusahaan seperti disebut sumber peristiwa.
    en: Company as the event's source names it.
  company_id: {id: Id perusahaan., en: Id of the company.}
  event: {id: Peristiwa., en: Event.}
  event_id: {id: Id peristiwa., en: Id of the event.}
  event_kind: {id: Jenis peristiwa., en: Kind of event.}
  event_day:
    id: Hari pertama peristiwa; kosong bila tidak diketahui.
    en: First day of the event; empty where unknown.
  is_day_disputed: {id: Sumber menyebut tanggal yang berbeda., en: Sources give different dates.}
  link:
    id: Jenis hubungan peristiwa dengan perusahaan.
    en: How the event is linked to the company.
  modality:
    id: Modalitas keterlibatan; alleged berarti diduga.
    en: Modality of the involvement.
  licence_state:
    id: >-
      Keadaan menurut tindakan terakhir: issued, extended, warned, suspended, revoked, restored,
      expired; suspension-over bila masa skors sudah lewat; unknown bila tidak ada catatan;
      day-unknown bila hari peristiwa tidak diketahui.
    en: >-
      State by the last action: issued, extended, warned, suspended, revoked, restored, expired;
      suspension-over where its term had passed; unknown where nothing is on record; day-unknown
      where the event has no day.
  action: {id: Tindakan terakhir sebelum peristiwa., en: Last action before the event.}
  action_id: {id: Id tindakan., en: Id of the action.}
  action_day: {id: Hari tindakan., en: Day of the action.}
  decree: {id: Nomor keputusan., en: Decree number.}
  licensed_as:
    id: Perusahaan seperti disebut dalam tindakan.
    en: Company as the action names it.
  identity:
    id: same (id sama) atau possibly-same (mungkin sama).
    en: same (one id) or possibly-same.
  next_action: {id: Tindakan pertama sesudah peristiwa., en: First action after the event.}
  next_action_day: {id: Hari tindakan itu., en: Its day.}
  claims: {id: Id klaim., en: Claim ids.}
*/
MATCH (company:Company)
WHERE $company IS NULL OR company.id = $company
OPTIONAL MATCH (company)<-[implicated:IMPLICATES|ALLEGES_AGENT]-(named:Entity)
OPTIONAL MATCH (company)<-[through:THROUGH]-(:Relation)-[:IN_INCIDENT|ENDS_AT]->(incident:Event|Case)
WITH company,
  collect(DISTINCT {event: named, link: type(implicated), modality: implicated.modality,
    claims: implicated.claims})
  + collect(DISTINCT {event: incident, link: type(through), modality: through.modality,
    claims: through.claims}) AS found
UNWIND found AS one
WITH company, one.event AS event, one.link AS link, one.modality AS modality, one.claims AS linked
WHERE event IS NOT NULL AND event.class <> 'LicenceAction'
WITH company, event, link, modality, linked ORDER BY company.id, event.id, link, linked[0]
WITH company, event, collect(link) AS links, collect(modality) AS modalities, collect(linked) AS said
WITH company, event, head(links) AS link, head(modalities) AS modality,
  reduce(kept = [], some IN said | kept + [claim IN some WHERE NOT claim IN kept]) AS linked
OPTIONAL MATCH (company)-[:POSSIBLY_SAME*0..2]-(licensed:Company)<-[:CONCERNS_COMPANY]-(action:LicenceAction)
WHERE action.first_day IS NOT NULL
WITH company, event, link, modality, linked, licensed, action
ORDER BY action.first_day, action.id, CASE WHEN licensed.id = company.id THEN 0 ELSE 1 END, licensed.id
WITH company, event, link, modality, linked,
  collect(DISTINCT {action: action, licensed: licensed}) AS actions
WITH company, event, link, modality, linked,
  [one IN actions WHERE one.action.first_day <= event.first_day] AS earlier,
  [one IN actions WHERE one.action.first_day > event.first_day] AS later
WITH company, event, link, modality, linked, head(later).action AS next_action,
  CASE WHEN size(earlier) = 0 THEN null ELSE
    head([one IN earlier WHERE one.action.id = last(earlier).action.id]) END AS before
WITH company, event, link, modality, linked, next_action, before.action AS action,
  before.licensed AS licensed
WITH company, event, link, modality, linked, next_action, action, licensed,
  coalesce(action.licenceActionKind, 'unknown') AS kind, action.endDate AS until
RETURN company.caption AS company, company.id AS company_id, event.caption AS event,
  event.id AS event_id, event.class AS event_kind, event.first_day AS event_day,
  'date' IN coalesce(event.conflicts, []) AS is_day_disputed, link AS link, modality AS modality,
  CASE
    WHEN event.first_day IS NULL THEN 'day-unknown'
    WHEN kind = 'suspended' AND until < substring(event.first_day, 0, size(until)) THEN 'suspension-over'
    ELSE kind END AS licence_state,
  action.caption AS action, action.id AS action_id, action.first_day AS action_day,
  action.decreeNumber AS decree, licensed.caption AS licensed_as,
  CASE WHEN licensed IS NULL THEN null WHEN licensed.id = company.id THEN 'same'
    ELSE 'possibly-same' END AS identity,
  next_action.caption AS next_action, next_action.first_day AS next_action_day,
  reduce(kept = linked, claim IN event.claims + coalesce(action.claims, []) |
    CASE WHEN claim IN kept THEN kept ELSE kept + claim END) AS claims
ORDER BY coalesce(event_day, '9999'), event_id, company_id
