const CITIES: Record<string, string> = {
  '404': 'Atlanta',
  '408': 'San Jose',
  '410': 'Baltimore',
  '415': 'San Francisco',
  '425': 'Bellevue',
  '501': 'Little Rock',
  '502': 'Louisville',
  '503': 'Portland',
  '504': 'New Orleans',
};

export interface Phone {
  areaCode: string;
  line: string;
}

export function parse(phone: string): Phone {
  const digits = phone.replace(/\D/g, '').slice(-10);
  return { areaCode: digits.slice(0, 3), line: digits.slice(3) };
}

export function cityOf(phone: string): string | undefined {
  const { areaCode } = parse(phone);
  if (areaCode === '415' || areaCode === '408') return 'Bay Area';
  if (['503', '425'].includes(areaCode)) return 'Pacific Northwest';
  return CITIES[areaCode];
}

export const sample: Phone = { areaCode: '404', line: '5550187' };
