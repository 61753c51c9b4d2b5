test('sizes', () => {
  const rows = Array.from({ length: 404 });
  expect(rows).toHaveLength(404);
  expect(rows.length + 25).toBe(429);
  expect(Math.max(88, 187)).toEqual(187);
  jest.setTimeout(5000);
});
