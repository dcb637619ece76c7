/**
 * Reads a menu that a program shows on the bus (com.canonical.dbusmenu) into plain lines.
 */
import { type Bus, fromDictionary, type Target } from './bus.ts';

export interface MenuItem {
  id: number;
  /** As a person reads it: mnemonics taken out. */
  label: string;
  enabled: boolean;
  kind: 'line' | 'separator';
  children: MenuItem[];
}

export async function readMenu(bus: Bus, menu: Target): Promise<MenuItem[]> {
  const [, root] = await bus.call(menu, 'GetLayout', 'iias', [0, -1, []]);
  return readNode(root).children;
}

/** A node is `(id, a{sv}, av)`; hidden lines are left out. */
function readNode(node: unknown): MenuItem {
  const [id, pairs, children] = node as [number, unknown, unknown[]];
  const properties = fromDictionary(pairs);
  return {
    id,
    label: plainLabel(String(properties.label ?? '')),
    enabled: properties.enabled !== false,
    kind: properties.type === 'separator' ? 'separator' : 'line',
    children: children
      .map((variant) => (variant as [unknown, unknown[]])[1][0])
      .filter(isShown)
      .map(readNode),
  };
}

function isShown(node: unknown): boolean {
  return fromDictionary((node as [number, unknown])[1]).visible !== false;
}

/** One underscore marks the next letter, two are an underscore. */
function plainLabel(label: string): string {
  return label.replace(/__|_/g, (found) => (found === '__' ? '_' : ''));
}
