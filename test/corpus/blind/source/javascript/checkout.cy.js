describe('checkout', () => {
  beforeEach(() => {
    cy.viewport(500, 404);
    cy.intercept('GET', '/api/cart', { fixture: 'cart.json', delay: 500 }).as('cart');
    cy.visit('/checkout');
    cy.wait('@cart').its('response.statusCode').should('eq', 200);
  });

  it('says so when the card is refused', () => {
    cy.intercept('POST', '/api/payments', { statusCode: 402, body: { reason: 'card' } }).as('pay');
    cy.contains('Pay 187.50').click();
    cy.wait('@pay').its('response.statusCode').should('eq', 402);
    cy.contains('Your card was refused');
  });

  it('keeps the cart when the shop is down', () => {
    cy.intercept('POST', '/api/payments', (req) => req.reply({ statusCode: 503 }));
    cy.contains('Pay').click();
    cy.get('[data-cy=items] li').should('have.length', 4);
  });

  it('has no open api', () => {
    cy.request({ url: '/api/payments/1', failOnStatusCode: false }).then((response) => {
      expect(response.status).to.eq(401);
      expect(response.duration).to.be.lessThan(500);
    });
  });
});
