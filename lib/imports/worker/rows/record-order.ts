/** Records of a dataset sort by the place of their file in the stated order, then by record: the last one of a key wins. */
const ORDER_BITS = 40;
export const orderOf = (index: number, record: string) =>
  `(${index + 1}::BIGINT << ${ORDER_BITS}) + ${record}`;
export const fileOfOrder = (order: string) => `(${order} >> ${ORDER_BITS})`;
export const recordOfOrder = (order: string) => `(${order} & ((1::BIGINT << ${ORDER_BITS}) - 1))`;
