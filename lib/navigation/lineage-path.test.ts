import { describe, expect, test } from 'vitest';
import { lineagePath } from './lineage-path';
import { fullObjectName, objectName } from './object-name';

describe('objectName', () => {
  test.each([
    ['Sales', 'vSalesPerson', 'Sales.vSalesPerson'],
    ['dbo', 'a.b', 'dbo.[a.b]'],
    ['odd schema', 'x]y', '[odd schema].[x]]y]'],
    ['', 'orders.csv', '[].[orders.csv]'],
  ])('%s and %s give %s', (schema, name, text) => expect(objectName({ schema, name })).toBe(text));

  test('the full name starts with the database', () => {
    expect(fullObjectName({ database: 'Shop', schema: 'dbo', name: 'Order' })).toBe('Shop.dbo.Order');
  });
});

describe('lineagePath', () => {
  test('holds the view', () => {
    expect(lineagePath({ object: 'Sales.vSalesPerson', up: 2, down: 1, snapshot: 42 })).toBe(
      '/lineage/Sales.vSalesPerson?up=2&down=1&snapshot=42',
    );
    expect(lineagePath({ object: 'dbo.[a/b?]' })).toBe('/lineage/dbo.%5Ba%2Fb%3F%5D');
  });
});
