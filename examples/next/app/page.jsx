export default function Page() {
  return <p>Orders are at /orders, for those who have a token.</p>;
}
