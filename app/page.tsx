export default function HomePage() {
  return <h1>Headwater</h1>;
}
