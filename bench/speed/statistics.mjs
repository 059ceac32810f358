// What is told of many measurements of the same thing.

/** The value that the share of the values is below, between neighbours in proportion. */
function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

/** The median, and the quartiles beside it: half of the values lie between these. */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { q1: quantile(sorted, 0.25), us: quantile(sorted, 0.5), q3: quantile(sorted, 0.75) };
}

/** The slope of the straight line through points `[x, y]`, by least squares. */
export function slopeOf(points) {
  const meanOf = (index) => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [meanX, meanY] = [meanOf(0), meanOf(1)];
  const sum = (term) => points.reduce((total, point) => total + term(point), 0);
  return sum(([x, y]) => (x - meanX) * (y - meanY)) / sum(([x]) => (x - meanX) ** 2);
}
