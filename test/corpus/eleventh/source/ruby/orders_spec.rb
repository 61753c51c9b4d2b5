require "rails_helper"
require "webmock/rspec"

RSpec.describe "Orders", type: :request do
  let(:order) { create(:order, number: 404, total: 429.5, lines: 29) }
  let(:limits) { { rows: 500, columns: 42 } }

  describe "GET /orders/:id" do
    it "shows an order" do
      get "/orders/#{order.number}"
      expect(response).to have_http_status(200)
      expect(response.parsed_body["total"]).to eq(429.5)
      expect(response.body.bytesize).to be < 503
    end

    it "does not know it" do
      get "/orders/0"
      expect(response).to have_http_status(:not_found)
    end

    it "asks to log in" do
      get "/orders/mine"
      expect(response.status).to eq(401)
    end
  end

  describe "POST /orders" do
    before { stub_request(:post, "https://pay.example.net/intents").to_return(status: 402, body: '{"reason":"funds","limit":500}') }

    it "passes on what the bank says" do
      post "/orders", params: { qty: 4, sku: "LAMP-500" }
      expect(response).to have_http_status(402)
    end

    it "is slow and then there" do
      stub_request(:post, "https://pay.example.net/intents")
        .to_return({ status: 503, headers: { "Retry-After" => "4" } }, { status: 201, body: "{}" })
      post "/orders", params: { qty: 404 }
      expect(response).to have_http_status(:created)
      expect(Order.count).to eq(1)
    end

    it "has rules" do
      post "/orders", params: { qty: limits[:rows] + 1 }
      expect(response).to have_http_status(:unprocessable_entity)
      expect(Order.pluck(:number)).not_to include(404, 500, 503)
    end
  end

  it "counts" do
    create_list(:order, 42, total: 500)
    expect(Order.sum(:total)).to eq(42 * 500)
    expect(Order.where("total > ?", 429).limit(404).size).to eq(42)
  end
end
