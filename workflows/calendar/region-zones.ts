/**
 * A country whose addresses need a closer look. `most`: the zone where most people live. `regions`:
 * by the second part of ISO 3166-2; a split region has the zone of the many. `postal`: by the
 * beginning of the postal code, where that tells more. Only what differs from `most` is listed.
 */
export type CountryZones = {
  most: string;
  regions?: Readonly<Record<string, string>>;
  postal?: Readonly<Record<string, string>>;
};

/** Turns `zone: 'codes codes'` around, so that each zone is written once. */
const byZone = (zones: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(zones).flatMap(([zone, codes]) => codes.split(' ').map((code) => [code, zone])),
  );

// Three-digit prefixes follow the United States Postal Service's sectional centres. 09 and 962-966
// are the military's in Europe and the Pacific.
const unitedStates: CountryZones = {
  most: 'America/New_York',
  regions: byZone({
    'America/Detroit': 'MI',
    'America/Indiana/Indianapolis': 'IN',
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO MT NM UT WY',
    'America/Boise': 'ID',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR',
    'America/St_Thomas': 'VI',
    'Pacific/Guam': 'GU',
    'Pacific/Saipan': 'MP',
    'Pacific/Pago_Pago': 'AS',
    'Europe/Berlin': 'AE',
    'Asia/Tokyo': 'AP',
  }),
  postal: byZone({
    'America/New_York': '0 1 2 3 373 374 376 377 378 379 398 399 4 569',
    'America/Detroit': '48 49',
    'America/Indiana/Indianapolis': '46 47',
    'America/Chicago': '324 325 35 36 37 38 39 420 421 422 423 424 463 464 476 477 5 6 7',
    'America/Denver': '577 586 59 693 798 799 8',
    'America/Boise': '832 833 834 836 837 979',
    'America/Phoenix': '85 86',
    'America/Los_Angeles': '835 838 889 89 9',
    'America/Anchorage': '995 996 997 998 999',
    'Pacific/Honolulu': '967 968',
    'America/Puerto_Rico': '006 007 009',
    'America/St_Thomas': '008',
    'Pacific/Guam': '969',
    'Pacific/Saipan': '96950 96951 96952',
    'Pacific/Pago_Pago': '96799',
    'Europe/Berlin': '09',
    'Asia/Seoul': '962',
    'Asia/Tokyo': '963 964 965 966',
  }),
};

const canada: CountryZones = {
  most: 'America/Toronto',
  regions: byZone({
    'America/St_Johns': 'NL',
    'America/Halifax': 'NS PE',
    'America/Moncton': 'NB',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Edmonton': 'AB NT',
    'America/Vancouver': 'BC',
    'America/Whitehorse': 'YT',
    'America/Iqaluit': 'NU',
  }),
  postal: byZone({
    'America/St_Johns': 'A',
    'America/Halifax': 'B C',
    'America/Moncton': 'E',
    'America/Toronto': 'G H J K L M N P',
    'America/Winnipeg': 'R',
    'America/Regina': 'S',
    'America/Edmonton': 'T X',
    'America/Vancouver': 'V',
    'America/Whitehorse': 'Y',
    'America/Iqaluit': 'X0A X0B X0C',
  }),
};

const australia: CountryZones = {
  most: 'Australia/Sydney',
  regions: byZone({
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Perth': 'WA',
    'Australia/Hobart': 'TAS',
    'Australia/Darwin': 'NT',
  }),
  postal: byZone({
    'Australia/Sydney': '1 2',
    'Australia/Lord_Howe': '2898',
    'Australia/Broken_Hill': '2880',
    'Australia/Melbourne': '3 8',
    'Australia/Brisbane': '4 9',
    'Australia/Adelaide': '5',
    'Australia/Perth': '6',
    'Australia/Hobart': '7',
    'Australia/Darwin': '08 09',
  }),
};

const brazil: CountryZones = {
  most: 'America/Sao_Paulo',
  regions: byZone({
    'America/Rio_Branco': 'AC',
    'America/Manaus': 'AM',
    'America/Boa_Vista': 'RR',
    'America/Porto_Velho': 'RO',
    'America/Cuiaba': 'MT',
    'America/Campo_Grande': 'MS',
  }),
};

const mexico: CountryZones = {
  most: 'America/Mexico_City',
  regions: byZone({
    'America/Tijuana': 'BCN',
    'America/Mazatlan': 'BCS NAY SIN',
    'America/Hermosillo': 'SON',
    'America/Chihuahua': 'CHH',
    'America/Cancun': 'ROO',
  }),
};

const russia: CountryZones = {
  most: 'Europe/Moscow',
  regions: byZone({
    'Europe/Kaliningrad': 'KGD',
    'Europe/Samara': 'SAM UD',
    'Europe/Saratov': 'AST SAR ULY',
    'Asia/Yekaterinburg': 'BA CHE KGN KHM ORE PER SVE TYU YAN',
    'Asia/Omsk': 'OMS',
    'Asia/Novosibirsk': 'AL ALT KEM NVS TOM',
    'Asia/Krasnoyarsk': 'KK KYA TY',
    'Asia/Irkutsk': 'BU IRK',
    'Asia/Yakutsk': 'AMU SA ZAB',
    'Asia/Vladivostok': 'KHA PRI YEV',
    'Asia/Magadan': 'MAG SAK',
    'Asia/Kamchatka': 'CHU KAM',
  }),
};

export const regionZones: Readonly<Record<string, CountryZones>> = {
  US: unitedStates,
  CA: canada,
  AU: australia,
  BR: brazil,
  MX: mexico,
  RU: russia,
  AQ: { most: 'Antarctica/McMurdo' },
  BV: { most: 'Europe/Oslo' },
  CD: {
    most: 'Africa/Kinshasa',
    regions: byZone({ 'Africa/Lubumbashi': 'BU HK HL HU IT KC KE KS LO LU MA NK SA SK TA TO' }),
  },
  CL: { most: 'America/Santiago', regions: byZone({ 'America/Punta_Arenas': 'AI MA' }) },
  CN: { most: 'Asia/Shanghai' },
  EC: { most: 'America/Guayaquil', regions: byZone({ 'Pacific/Galapagos': 'W' }) },
  ES: {
    most: 'Europe/Madrid',
    regions: byZone({ 'Atlantic/Canary': 'CN GC TF' }),
    postal: byZone({ 'Atlantic/Canary': '35 38' }),
  },
  FM: { most: 'Pacific/Chuuk', regions: byZone({ 'Pacific/Kosrae': 'KSA PNI' }) },
  GL: { most: 'America/Nuuk' },
  HM: { most: 'Antarctica/Mawson' },
  ID: {
    most: 'Asia/Jakarta',
    regions: byZone({
      'Asia/Makassar': 'BA GO KI KS KU NB NT SA SG SN SR ST',
      'Asia/Jayapura': 'MA MU PA PB PD PE PS PT',
    }),
  },
  KI: { most: 'Pacific/Tarawa', regions: byZone({ 'Pacific/Kiritimati': 'L' }) },
  MN: { most: 'Asia/Ulaanbaatar' },
  NZ: { most: 'Pacific/Auckland', regions: byZone({ 'Pacific/Chatham': 'CIT' }) },
  PF: { most: 'Pacific/Tahiti' },
  PG: { most: 'Pacific/Port_Moresby', regions: byZone({ 'Pacific/Bougainville': 'NSB' }) },
  PT: {
    most: 'Europe/Lisbon',
    regions: byZone({ 'Atlantic/Azores': '20', 'Atlantic/Madeira': '30' }),
    postal: byZone({ 'Atlantic/Azores': '95 96 97 98 99', 'Atlantic/Madeira': '90 91 92 93 94' }),
  },
  UA: { most: 'Europe/Kyiv' },
  UM: { most: 'Pacific/Wake' },
  XK: { most: 'Europe/Belgrade' },
};
