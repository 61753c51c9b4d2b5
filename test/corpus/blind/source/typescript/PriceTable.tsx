interface Plan {
  name: string;
  price: number;
  requests: number;
  seats: number | 'unlimited';
}

const PLANS: Plan[] = [
  { name: 'Free', price: 0, requests: 500, seats: 1 },
  { name: 'Team', price: 499, requests: 50_000, seats: 25 },
  { name: 'Works', price: 599, requests: 500_000, seats: 404 },
];

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

export function PriceTable({ discount = 0 }: { discount?: number }) {
  return (
    <table className="w-[500px] border-gray-400">
      <tbody>
        {PLANS.map((plan) => {
          const price = plan.price * (1 - discount);
          return (
            <tr key={plan.name} data-testid={`plan-${plan.price}`}>
              <td className={price >= 500 ? 'text-red-500' : 'text-green-500'}>{money.format(price)}</td>
              <td>{plan.requests === 500 ? 'for trying' : plan.requests}</td>
              <td>{plan.seats === 404 ? 'a whole house' : plan.seats}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
