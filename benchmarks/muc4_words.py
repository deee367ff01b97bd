"""Words that tell the categories of MUC-4's set fills: instruments, buildings and vehicles, people.

The categories are the task's; the words under them are general English for such things, chosen by us. A phrase is
looked at from its head noun backwards, so that "police station" is found before "station". Source of the
categories: template-doc-part1, sections 7.8, 7.14 and 7.21.
"""

from __future__ import annotations

import re
from functools import cache


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


INSTRUMENTS: dict[str, str] = {
    "VEHICLE BOMB": (
        "car bomb, car bombs, car-bomb, truck bomb, bus bomb, vehicle bomb, booby-trapped car, bicycle bomb"
    ),
    "DYNAMITE": ("dynamite, gelignite"),
    "MINE": ("mine, mines, land mine, land mines, landmine, landmines"),
    "GRENADE": ("grenade, grenades, hand grenade, hand grenades"),
    "MOLOTOV COCKTAIL": ("molotov cocktail, molotov cocktails, petrol bomb, petrol bombs, incendiary bomb, firebomb"),
    "MISSILE": ("missile, missiles"),
    "ROCKET": ("rocket, rockets"),
    "MORTAR": ("mortar, mortars, mortar shell, mortar shells, mortar round, mortar rounds"),
    "MACHINE GUN": (
        "machine gun, machine guns, machinegun, machineguns, machine-gun, machine-guns, submachine gun, "
        "submachine guns, submachinegun, submachineguns, uzi"
    ),
    "HANDGUN": ("pistol, pistols, revolver, revolvers, handgun, handguns"),
    "RIFLE": ("rifle, rifles, assault rifle, assault rifles, shotgun, shotguns, ak-47, m-16, carbine, carbines"),
    "GUN": ("gun, guns, gunfire, firearm, firearms, gunshot, gunshots, bullet, bullets, weapon, weapons, shot, shots"),
    "CUTTING DEVICE": ("knife, knives, machete, machetes, ax, axe, axes, bayonet, bayonets, dagger, sword"),
    "STONE": ("stone, stones, rock, rocks"),
    "TORTURE": ("torture"),
    "BOMB": (
        "bomb, bombs, explosive device, explosive devices, explosive charge, explosive charges, explosive "
        "artifact, charge, charges, device, devices, time bomb, ied"
    ),
    "EXPLOSIVE": ("explosive, explosives, tnt, c-4, plastic explosive, anfo"),
}
PLACES: dict[str, str] = {
    "DIPLOMAT OFFICE OR RESIDENCE": (
        "embassy, embassies, consulate, consulates, chancery, ambassador's residence, embassy building, "
        "diplomatic mission, consular office"
    ),
    "LAW ENFORCEMENT FACILITY": (
        "police station, police stations, police post, police headquarters, barracks, barrack, garrison, "
        "garrisons, prison, jail, police academy, military base, base, checkpoint, military post, outpost, "
        "security headquarters, air base, military installation, military installations"
    ),
    "ENERGY": (
        "pylon, pylons, power line, power lines, power plant, substation, substations, pipeline, pipelines, "
        "electricity tower, electric tower, electric towers, power tower, tower, towers, transformer, "
        "transformers, power station, oil well, oil wells, refinery, refineries, hydroelectric plant, dam, high- "
        "tension tower, pole, poles, electric company, power company, power grid, oil facilities, oil "
        "installations, light poles, posts, energy"
    ),
    "COMMUNICATIONS": (
        "radio station, radio stations, television station, tv station, newspaper, newspapers, daily, telephone "
        "exchange, telephone office, telephone company, antenna, relay station, newsroom, telephone lines, "
        "transmitter, transmitters, telephone booth, telephone booths, press office, news agency, repeater"
    ),
    "FINANCIAL": (
        "bank, banks, bank branch, bank branches, branch, branches, savings bank, financial institution, currency "
        "exchange, credit union, stock exchange, insurance company"
    ),
    "GOVERNMENT OFFICE OR RESIDENCE": (
        "ministry, ministries, town hall, city hall, town halls, mayor's office, government building, government "
        "buildings, government office, government offices, presidential house, palace, national palace, "
        "courthouse, court, congress, municipal building, state house, governor's office, tax office, "
        "presidential residence, supreme court, customs office, parliament, vice ministry, federal building, "
        "mayoralty"
    ),
    "ORGANIZATION OFFICE": (
        "party headquarters, union headquarters, headquarters, party office, party offices, union office, union "
        "offices, federation, institute, institutes, association, foundation, local headquarters, organization, "
        "organizations, union hall, campaign headquarters, campaign office, cultural center"
    ),
    "TRANSPORTATION FACILITY": (
        "airport, airports, bus station, bus terminal, railway station, train station, port, terminal, airstrip, "
        "harbor, subway station"
    ),
    "TRANSPORTATION ROUTE": (
        "bridge, bridges, road, roads, highway, highways, railway, railroad, railroad tracks, tracks, tunnel, "
        "railway line"
    ),
    "WATER": ("aqueduct, water pipe, water pipes, water system, reservoir, water plant"),
    "TRANSPORT VEHICLE": (
        "car, cars, bus, buses, truck, trucks, vehicle, vehicles, automobile, automobiles, plane, planes, "
        "airplane, airplanes, aircraft, airliner, jet, helicopter, helicopters, train, trains, taxi, taxis, van, "
        "vans, jeep, jeeps, pickup, pickup truck, motorcycle, motorcycles, boat, boats, ship, ships, ambulance, "
        "ambulances, station wagon, minibus, wagon, locomotive, freighter, tanker, tankers, tractor, tractors, "
        "microbus, bulldozer, patrol car"
    ),
    "COMMERCIAL": (
        "store, stores, shop, shops, restaurant, restaurants, supermarket, supermarkets, hotel, hotels, factory, "
        "factories, office building, shopping center, shopping centers, mall, market, markets, warehouse, "
        "warehouses, dealership, dealerships, gas station, gas stations, service station, service stations, "
        "pharmacy, drugstore, drugstores, bar, bars, discotheque, disco, cinema, theater, theaters, business, "
        "businesses, company, companies, commercial establishment, establishment, establishments, commercial "
        "establishments, nightclub, brothel, brothels, bakery, plant, mine shaft, department store, firm, firms, "
        "enterprise, enterprises, garage, mill, commercial center, casino, kiosk, booth, chapel of rest"
    ),
    "CIVILIAN RESIDENCE": (
        "house, houses, home, homes, residence, residences, apartment, apartments, dwelling, dwellings, apartment "
        "building, residential building, hut, huts, mansion"
    ),
    "OTHER": (
        "church, churches, chapel, cathedral, temple, temples, school, schools, university, universities, "
        "hospital, hospitals, clinic, building, buildings, installation, installations, facilities, facility, "
        "property, farm, farms, ranch, camp, camps, monument, statue, stadium, parish, convent, monastery, "
        "library, museum, archive, archives, plantation, sugar mill, seminary, college, club, hacienda, estate, "
        "center, offices, office, structures, crops, field, fields, laboratory, complex, red cross"
    ),
}
PEOPLE: dict[str, str] = {
    "DIPLOMAT": (
        "ambassador, ambassadors, diplomat, diplomats, consul, consuls, attache, charge d'affaires, embassy "
        "official, embassy officials, embassy employee, envoy"
    ),
    "LEGAL OR JUDICIAL": (
        "judge, judges, magistrate, magistrates, prosecutor, prosecutors, attorney, attorneys, lawyer, lawyers, "
        "justice, justices, jurist, attorney general, investigators"
    ),
    "GOVERNMENT OFFICIAL": (
        "mayor, mayors, minister, ministers, governor, governors, president, vice president, official, officials, "
        "secretary, councilman, councilmen, councillor, congressman, congressmen, deputy, deputies, senator, "
        "senators, prime minister, prefect, prefects, subprefect, authorities, legislator, legislators, "
        "government official, government officials, inspector, vice minister, director, representative, "
        "assemblyman"
    ),
    "POLITICAL FIGURE": (
        "candidate, candidates, presidential candidate, politician, politicians, party leader, party leaders, "
        "political leader, political leaders, leftist leader, party member, party members, activist, activists, "
        "hopeful, presidential hopeful, legal advisor, opposition leader, militant of the party, secretary "
        "general, congressional candidate, party president"
    ),
    "LAW ENFORCEMENT": (
        "policeman, policemen, police, police officer, police officers, police agent, police agents, patrolman, "
        "patrolmen, detective, detectives, agent, agents, police chief, police commander, policewoman, civil "
        "guard, civil guards, civil guardsmen, civil defense, civil defense members, patrol, gendarme, gendarmes, "
        "carabinero, carabineros, police lieutenant, police colonel, prison guard, treasury police, national "
        "police"
    ),
    "ACTIVE MILITARY": (
        "soldier, soldiers, troops, officer, officers, general, colonel, captain, major, lieutenant, sergeant, "
        "corporal, sergeants, marine, marines, army, army officer, military, servicemen, serviceman, national "
        "guardsmen, guardsmen, guardsman, military officer, military personnel, brigade, battalion, army patrol, "
        "military patrol, units, paratroopers, military men, recruits, adviser, advisers, convoy, unit"
    ),
    "SECURITY GUARD": (
        "bodyguard, bodyguards, guard, guards, security guard, security guards, watchman, watchmen, escort, "
        "escorts, escort members, security agent, security agents, security officers, security officer"
    ),
    "CIVILIAN": (
        "people, person, persons, civilian, civilians, peasant, peasants, woman, women, man, men, child, "
        "children, boy, boys, girl, girls, priest, priests, jesuit, jesuits, nun, nuns, bishop, archbishop, "
        "student, students, teacher, teachers, worker, workers, journalist, journalists, reporter, reporters, "
        "businessman, businessmen, industrialist, doctor, doctors, engineer, engineers, technician, technicians, "
        "employee, employees, driver, passenger, passengers, passersby, passerby, villagers, villager, residents, "
        "resident, son, daughter, wife, husband, brother, sister, mother, father, family, relatives, cook, maid, "
        "housewife, rector, professor, professors, leader, leaders, union leader, union leaders, member, members, "
        "farmer, farmers, rancher, ranchers, landowner, merchant, vendor, citizen, citizens, inhabitants, "
        "individuals, individual, pedestrians, crew, youth, youths, pilot, missionary, missionaries, tourist, "
        "tourists, hostages, hostage, victim, victims, indians, natives, pastor, bystanders, clergymen, "
        "religious, minors, minor, baby, old man, photographer, cameraman, editor, manager, executive, "
        "executives, trade unionist, trade unionists, unionist, unionists, settlers, couple, companion, "
        "companions, shopkeeper, chauffeur, nurse, nurses, staff, personnel, neighbors, demonstrators, "
        "foreigners, monsignor, father, laborer, laborers, salesman, economist, scientist, dead, wounded, bodies, "
        "corpses, intellectual, intellectuals, artist, mestizos, patients, infant, teenager, teenagers, "
        "occupants, salvadorans, banker, bankers, cattleman, cattlemen, newsman, newsmen, assistant, assistants, "
        "demonstrators, protesters, founder, coordinator, superior, seminarian, catechist, servant, servants, "
        "foreign national, chairman, colombians, peruvians, guatemalans, americans, spaniards, population, human "
        "rights worker, owner, owners"
    ),
}
FIGHTERS = word_set(
    "guerrilla guerrillas guerilla guerillas terrorist terrorists rebel rebels subversive subversives "
    "insurgent insurgents extremist extremists assailant assailants attacker attackers militant militants "
    "combatants fmln bandits hitmen gunmen gunman kidnappers criminals trafficker traffickers delinquents "
    "contras sandinists assassin assassins killers hooded insurrectionists paramilitary"
)
"""People on the side of the groups: an act against them alone is not what the task asks for (its section 1.0,
exception a).
"""
SOLDIERLY = frozenset({"ACTIVE MILITARY", "LAW ENFORCEMENT"})
STATE_DOERS = word_set(
    "soldier soldiers army police policeman policemen troops officers officer military lieutenant lieutenants "
    "colonel guardsmen marines government agents battalion brigade general cadets sergeant captain major "
    "sergeants guard"
)
_WORD = re.compile(r"[a-z0-9][a-z0-9.'&-]*")
_CUT = re.compile(
    r"\b(?:of|in|at|on|from|who|which|that|with|for|by|near|where|belonging|including|to|whose)\b|[,;(\[]"
)


def words(phrase: str) -> list[str]:
    """The words of a phrase, in lower case."""
    return [word.rstrip(".") if len(word) > 4 else word for word in _WORD.findall(phrase.lower())]


def head_words(phrase: str) -> list[str]:
    """The words of a phrase up to its head noun: without what follows a preposition, a relative word or a comma."""
    lower = phrase.lower().strip()
    cut = _CUT.search(lower, 3)
    return words(lower[: cut.start()] if cut and words(lower[: cut.start()]) else lower)


@cache
def _lookup(name: str) -> dict[tuple[str, ...], str]:
    table = {"instruments": INSTRUMENTS, "places": PLACES, "people": PEOPLE}[name]
    return {tuple(words(entry)): kind for kind, entries in table.items() for entry in entries.split(",")}


def category(phrase: str, table: str) -> str | None:
    """The category of a phrase by the longest entry that ends it, else by the last word in it that is an entry."""
    entries = _lookup(table)
    parts = head_words(phrase)
    for end in range(len(parts), 0, -1):
        for length in (3, 2, 1):
            kind = entries.get(tuple(parts[end - length : end])) if end >= length else None
            if kind is not None:
                return kind
    return None


def head_category(phrase: str, table: str) -> str | None:
    """The category of a phrase where its very last words are an entry, else None."""
    entries, parts = _lookup(table), head_words(phrase)
    return next((entries[key] for length in (3, 2, 1) if (key := tuple(parts[-length:])) in entries), None)


def is_instrument(phrase: str) -> bool:
    """Whether a phrase is, as a whole, an entry of the instruments."""
    return tuple(words(phrase)) in _lookup("instruments")
