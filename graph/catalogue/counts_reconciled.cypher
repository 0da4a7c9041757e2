/*
title:
  id: Angka yang diklaim, didamaikan sebagai batas
  en: Claimed counts, reconciled as bounds
description:
  id: >-
    Semua angka untuk satu ukuran atau beberapa, satu baris per angka dan sumbernya. Angka tidak
    pernah dijumlahkan: kolom contained_in, contains, overlaps_with dan same_figure_as menyatakan
    mana yang bagian dari mana, dan at_least adalah batas bawah yang masih aman setelah semuanya
    digabung. Angka dari ukuran yang berbeda bisa menghitung orang yang sama dan tidak
    dibandingkan.
  en: >-
    Every count of one measure or several, one row per count and source. Counts are never summed:
    contained_in, contains, overlaps_with and same_figure_as say which is part of which, and
    at_least is the lower bound that is still safe once they are put together. Counts of different
    measures may count the same people and are not compared.
access: [policy, analyst, investigator]
parameters:
  measure:
    type: texts
    terms: measures
    description:
      id: >-
        Ukuran menurut kosakata, dipisah koma; angka dari ukuran yang berbeda tidak pernah
        dibandingkan.
      en: >-
        Measures of the vocabulary, separated by commas; counts of different measures are never
        compared.
    required: false
    default: [departures-prevented, suspects-arrested]
    example: [departures-prevented]
  area:
    type: id
    description:
      id: >-
        Hanya angka tentang wilayah ini, bagiannya, atau wilayah yang melingkupinya, misalnya
        region:14.
      en: Only counts about this place, its parts, or what encloses it, such as region:14.
    required: false
columns:
  measure: {id: Ukuran., en: Measure.}
  lower: {id: Sedikitnya., en: At least.}
  upper:
    id: Sebanyak-banyaknya; kosong bila sumber tidak membatasi.
    en: At most; empty where the source sets no limit.
  unit: {id: Satuan., en: Unit.}
  window: {id: Rentang waktu menurut sumber (EDTF)., en: Window as the source gives it (EDTF).}
  first_day:
    id: Hari pertama yang dihitung, dari rentang atau dari peristiwa yang dihitung.
    en: First day counted, from the window or else from the event counted.
  last_day: {id: Hari terakhir yang dihitung., en: Last day counted.}
  area: {id: Wilayah., en: Area.}
  claimant: {id: Siapa yang menyatakan angka., en: Who claims the count.}
  cumulative: {id: Angka kumulatif menurut sumber., en: Cumulative according to the source.}
  modality:
    id: Modalitas; goal dan expectation bukan hasil.
    en: Modality; goal and expectation are no results.
  contained_in:
    id: >-
      Angka yang memuat angka ini (dinyatakan sumber, atau total pihak yang sama atas wilayah dan
      rentang yang melingkupi).
    en: >-
      Counts that hold this one (stated by a source, or a total by the same claimant over an
      enclosing area and window).
  contains: {id: Angka yang termuat di dalamnya., en: Counts held by this one.}
  overlaps_with:
    id: Angka lain yang bisa menghitung sebagian orang atau perkara yang sama.
    en: Other counts that may count some of the same persons or cases.
  same_figure_as: {id: Angka yang sama di dokumen lain., en: The same figure in other documents.}
  at_least:
    id: Batas bawah yang aman, terbesar dari angka ini dan yang termuat; kosong untuk sasaran.
    en: The safe lower bound, the largest of this count and those it contains; empty for goals.
  lower_bound_rule:
    id: >-
      not-observed (sasaran), inside-a-total (sudah termuat), take-the-largest (tumpang tindih,
      ambil yang terbesar), same-figure (angka dokumen lain diulang, hitung sekali),
      extent-unknown (rentang atau wilayah tidak disebut, jangan digabung), separate (berdiri
      sendiri).
    en: >-
      not-observed (a goal), inside-a-total (already held), take-the-largest (overlaps, take the
      largest), same-figure (repeats another document's figure, count once), extent-unknown
      (window or area not stated, combine with nothing), separate (stands alone).
  document: {id: Dokumen sumber., en: Source document.}
  count_id: {id: Id angka., en: Id of the count.}
  claims: {id: Id klaim., en: Claim ids.}
*/
OPTIONAL MATCH (:Place {id: $area})-[:PART_OF|LOCATED_IN*0..4]->(around:Place)
WITH collect(DISTINCT around.id) AS enclosing
MATCH (count:Count)
WHERE count.measure IN $measure
OPTIONAL MATCH (count)-[:COVERS_AREA]->(area:Place)
OPTIONAL MATCH (area)-[:PART_OF|LOCATED_IN*0..4]->(wider:Place)
WITH enclosing, count, area, wider ORDER BY wider.id
WITH enclosing, count, area, collect(DISTINCT wider.id) AS chain ORDER BY area.id
WITH enclosing, count, collect(area.id) AS areas, collect(area.caption) AS area_names,
  collect(chain) AS found
WITH enclosing, count, areas, area_names, [chain IN found WHERE size(chain) > 0] AS chains
WHERE $area IS NULL
  OR any(chain IN chains WHERE $area IN chain)
  OR any(place IN areas WHERE place IN enclosing)
OPTIONAL MATCH (count)-[said:CLAIMED_BY]->(claimant:Agent)
OPTIONAL MATCH (claimant)-[:HOLDS_POSITION|POST_IN*0..2]->(voice:Agent)
OPTIONAL MATCH (voice)-[:UNIT_OF*0..3]->(superior:Agent)
WITH count, areas, area_names, chains, said, claimant, voice, superior
ORDER BY claimant.id, voice.id, superior.id
WITH count, areas, area_names, chains, collect(DISTINCT voice.id) AS voices,
  collect(DISTINCT claimant.caption) AS claimants, collect(DISTINCT superior.id) AS superiors,
  min(said.modality) AS modality
OPTIONAL MATCH (count)-[:COUNTS]->(counted:Entity)
OPTIONAL MATCH (counted)<-[:AFFECTED|APPREHENDED*0..1]-(event:Event)
WITH count, areas, area_names, chains, voices, claimants, superiors, modality,
  counted, event ORDER BY counted.id, event.id
WITH count, areas, area_names, chains, voices, claimants, superiors, modality,
  collect(DISTINCT counted.id) AS direct, collect(DISTINCT event.id) AS events,
  min(event.first_day) AS event_from, max(event.last_day) AS event_to
OPTIONAL MATCH (count)-[:INCLUDED_IN]->(total:Count)
WITH count, areas, area_names, chains, voices, claimants, superiors, modality, direct, events,
  event_from, event_to, total ORDER BY total.id
WITH count, areas, area_names, chains, voices, claimants, superiors, modality, direct, events,
  event_from, event_to, collect(DISTINCT total.id) AS stated
OPTIONAL MATCH (count)-[:MENTIONED_IN]->(document:Document)
WITH count, areas, area_names, chains, voices, claimants, superiors, modality, direct, events,
  event_from, event_to, stated, document ORDER BY document.id
WITH count, areas, area_names, chains, voices, claimants, superiors, modality, direct, events,
  event_from, event_to, stated, collect(document.caption) AS documents,
  collect(document.id) AS document_ids ORDER BY count.id
WITH collect({
  id: count.id, lower: count.countLower, upper: count.countUpper,
  measure: count.measure, unit: count.measure + ' ' + coalesce(count.countUnit, ''),
  count_unit: coalesce(count.countUnit, ''), window: count.window, total: coalesce(count.cumulative, false),
  cumulative: count.cumulative,
  first_day: CASE WHEN count.window IS NULL THEN event_from ELSE count.first_day END,
  last_day: CASE WHEN count.window IS NULL THEN event_to ELSE count.last_day END,
  areas: areas, area_names: area_names, chains: chains, voices: voices,
  claimants: claimants, superiors: superiors, direct: direct, counted: direct + events, stated: stated,
  modality: coalesce(modality, 'stated'),
  is_goal: coalesce(modality, 'stated') IN ['goal', 'expectation', 'norm'], documents: documents,
  document_ids: document_ids, claims: count.claims
}) AS counts
UNWIND counts AS count
WITH counts, count,
  [other IN counts WHERE other.id <> count.id AND other.unit = count.unit
    AND coalesce(other.lower, -1) = coalesce(count.lower, -1)
    AND coalesce(other.upper, -1) = coalesce(count.upper, -1)
    AND none(document IN other.document_ids WHERE document IN count.document_ids)
    AND (any(thing IN other.direct WHERE thing IN count.counted)
      OR any(thing IN count.direct WHERE thing IN other.counted)
      OR (any(one IN other.voices WHERE one IN count.voices)
        AND other.areas = count.areas AND coalesce(other.window, '') = coalesce(count.window, '')))
    | other.id] AS same_figure
WITH counts, count, same_figure,
  [other IN counts WHERE other.id IN count.stated OR (
    other.id <> count.id AND NOT other.id IN same_figure AND NOT count.id IN other.stated
    AND other.unit = count.unit AND other.total AND NOT other.is_goal AND NOT count.is_goal
    AND other.first_day <= count.first_day
    AND count.last_day <= other.last_day
    AND NOT (count.total AND other.first_day = count.first_day AND other.last_day = count.last_day
      AND other.areas = count.areas)
    AND coalesce(count.lower, count.upper) <= coalesce(other.upper, other.lower)
    AND any(one IN count.superiors WHERE one IN other.voices)
    AND size(count.chains) > 0
    AND all(chain IN count.chains WHERE any(place IN chain WHERE place IN other.areas)))
    | other.id] AS containers
WITH counts, collect({count: count, same: same_figure, containers: containers}) AS placed
UNWIND placed AS one
WITH counts, placed, one.count AS count, one.same AS same_figure, one.containers AS containers,
  [other IN placed WHERE one.count.id IN other.containers | other.count] AS held
WITH counts, count, same_figure, containers, held, [inner IN held | inner.id] AS held_ids
WITH count, same_figure, containers, held, held_ids,
  [other IN counts WHERE other.id <> count.id AND NOT other.id IN same_figure
    AND NOT other.id IN containers AND NOT other.id IN held_ids
    AND other.unit = count.unit AND NOT other.is_goal AND NOT count.is_goal
    AND (other.first_day <= count.last_day AND count.first_day <= other.last_day
      OR other.lower = count.lower AND other.areas = count.areas
        AND (other.first_day IS NULL OR count.first_day IS NULL))
    AND (count.total OR other.total OR count.lower = other.lower
      OR any(thing IN other.counted WHERE thing IN count.counted))
    AND (any(chain IN count.chains WHERE any(place IN chain WHERE place IN other.areas))
      OR any(chain IN other.chains WHERE any(place IN chain WHERE place IN count.areas)))
    | other.id] AS overlapping
RETURN count.measure AS measure, count.lower AS lower, count.upper AS upper,
  count.count_unit AS unit, count.window AS window,
  count.first_day AS first_day, count.last_day AS last_day, count.area_names AS area,
  count.claimants AS claimant, count.cumulative AS cumulative, count.modality AS modality,
  containers AS contained_in, held_ids AS contains, overlapping AS overlaps_with,
  same_figure AS same_figure_as,
  CASE WHEN count.is_goal THEN null
    ELSE reduce(most = coalesce(count.lower, 0), inner IN held |
      CASE WHEN coalesce(inner.lower, 0) > most AND NOT inner.is_goal AND inner.unit = count.unit
        THEN inner.lower ELSE most END) END AS at_least,
  CASE
    WHEN count.is_goal THEN 'not-observed'
    WHEN size(containers) > 0 THEN 'inside-a-total'
    WHEN size(overlapping) > 0 THEN 'take-the-largest'
    WHEN size(same_figure) > 0 THEN 'same-figure'
    WHEN count.first_day IS NULL OR size(count.chains) = 0 THEN 'extent-unknown'
    ELSE 'separate' END AS lower_bound_rule,
  count.documents AS document, count.id AS count_id, count.claims AS claims
ORDER BY coalesce(measure, ''), unit, coalesce(lower, upper, 0) DESC, count_id
