export interface Country {
  code: number;
  alpha2: string;
  name: string;
}

// ISO 3166-1 numeric
export const COUNTRIES: Country[] = [
  { code: 50, alpha2: 'BD', name: 'Bangladesh' },
  { code: 88, alpha2: 'XX', name: 'unassigned' },
  { code: 400, alpha2: 'JO', name: 'Jordan' },
  { code: 404, alpha2: 'KE', name: 'Kenya' },
  { code: 408, alpha2: 'KP', name: 'North Korea' },
  { code: 410, alpha2: 'KR', name: 'South Korea' },
  { code: 414, alpha2: 'KW', name: 'Kuwait' },
  { code: 417, alpha2: 'KG', name: 'Kyrgyzstan' },
  { code: 418, alpha2: 'LA', name: 'Laos' },
  { code: 422, alpha2: 'LB', name: 'Lebanon' },
  { code: 426, alpha2: 'LS', name: 'Lesotho' },
  { code: 428, alpha2: 'LV', name: 'Latvia' },
  { code: 499, alpha2: 'ME', name: 'Montenegro' },
  { code: 504, alpha2: 'MA', name: 'Morocco' },
  { code: 508, alpha2: 'MZ', name: 'Mozambique' },
];

export const byAlpha2 = (alpha2: string) => COUNTRIES.find((c) => c.alpha2 === alpha2);
