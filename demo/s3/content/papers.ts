// The texts inside the demo's objects: order tables, daily totals, events, logs, invoices. Each grows from its seed.

import { rollFrom } from './dice.ts';

const CITIES = ['Cork', 'Lyon', 'Porto', 'Graz', 'Umeå', 'Gdańsk', 'Leuven'] as const;
const GOODS = ['kettle', 'desk lamp', 'wool blanket', 'garden shears', 'bread tin', 'tea towel'] as const;

interface Order {
  id: string;
  at: string;
  city: string;
  item: string;
  quantity: number;
  cents: number;
}

function orders(day: string): Order[] {
  const dice = rollFrom(`orders ${day}`);
  return Array.from({ length: dice.between(18, 42) }, (_, index) => ({
    id: `LK-${day.replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`,
    at: `${day}T${two(Math.floor(index / 2))}:${two(dice.between(0, 59))}:${two(dice.between(0, 59))}Z`,
    city: dice.pick(CITIES),
    item: dice.pick(GOODS),
    quantity: dice.between(1, 6),
    cents: dice.between(450, 18_900),
  }));
}

export function ordersCsv(day: string): string {
  const rows = orders(day).map((one) =>
    [one.id, one.at, one.city, one.item, one.quantity, (one.cents / 100).toFixed(2)].join(','),
  );
  return `${['order,ordered_at,city,item,quantity,unit_price_eur', ...rows].join('\n')}\n`;
}

/** What the day's order table adds up to. */
export function totalsJson(day: string): string {
  const all = orders(day);
  const cents = all.reduce((sum, one) => sum + one.quantity * one.cents, 0);
  const quantity = all.reduce((sum, one) => sum + one.quantity, 0);
  return json({ day, orders: all.length, items: quantity, revenueEur: cents / 100 });
}

export function stockCsv(day: string): string {
  const dice = rollFrom(`stock ${day}`);
  const rows = CITIES.flatMap((city) => GOODS.map((item) => `${city},${item},${dice.between(0, 400)}`));
  return `${['city,item,in_stock', ...rows].join('\n')}\n`;
}

export function eventJson(number: number): string {
  const dice = rollFrom(`event ${number}`);
  const kind = dice.pick(['order.placed', 'order.paid', 'parcel.sent', 'parcel.delivered', 'order.returned']);
  return json({
    id: `evt_${String(number).padStart(6, '0')}`,
    kind,
    city: dice.pick(CITIES),
    item: dice.pick(GOODS),
    cents: dice.between(450, 90_000),
  });
}

export function hourLog(service: string, day: string, hour: number): string {
  const dice = rollFrom(`log ${service} ${day} ${hour}`);
  const lines = Array.from({ length: dice.between(6, 24) }, (_, index) => {
    const at = `${day}T${two(hour)}:${two(index * 2)}:${two(dice.between(0, 59))}Z`;
    const status = dice.pick([200, 200, 200, 200, 201, 304, 404, 503]);
    return `${at} ${service} ${dice.pick(['GET', 'GET', 'POST'])} /v1/${dice.pick(['orders', 'stock', 'parcels'])} ${status} ${dice.between(3, 900)}ms`;
  });
  return `${lines.join('\n')}\n`;
}

export function invoiceJson(number: string): string {
  const dice = rollFrom(`invoice ${number}`);
  const lines = Array.from({ length: dice.between(1, 6) }, () => {
    const [quantity, unitCents] = [dice.between(1, 12), dice.between(450, 18_900)];
    return { item: dice.pick(GOODS), quantity, unitCents, totalCents: quantity * unitCents };
  });
  const netCents = lines.reduce((sum, line) => sum + line.totalCents, 0);
  const vatCents = Math.round(netCents * 0.23);
  return json({
    number,
    city: dice.pick(CITIES),
    lines,
    netCents,
    vatCents,
    grossCents: netCents + vatCents,
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
