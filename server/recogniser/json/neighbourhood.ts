/** How far around an error a host or a client's name counts as near, in UTF-16 units. */
export const neighbourhood = 2_000;
