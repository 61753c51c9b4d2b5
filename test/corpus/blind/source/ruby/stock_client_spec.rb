# frozen_string_literal: true

require "stock_client"
require "webmock/rspec"

RSpec.describe StockClient do
  subject(:client) { described_class.new("stock.example.org") }

  let(:url) { "http://stock.example.org:5000/stock/bolt" }

  it "waits after a 429" do
    stub_request(:get, url)
      .to_return(status: 429, headers: { "Retry-After" => "0" })
      .then.to_return(status: 200, body: { count: 404 }.to_json)
    expect(client.count("bolt")).to eq(404)
  end

  it "does not wait for what is gone" do
    stub_request(:get, url).to_return(status: [410, "Gone"])
    expect { client.count("bolt") }.to raise_error(StockClient::Gone)
  end

  it "gives up after five" do
    stub = stub_request(:get, url).to_return(status: 503)
    allow(client).to receive(:sleep)
    expect { client.count("bolt") }.to raise_error(RuntimeError)
    expect(stub).to have_been_requested.times(5)
  end

  describe "GET /orders/:id", type: :request do
    it "knows nothing about 500" do
      get "/orders/500"
      expect(response).to have_http_status(404)
      expect(response.status).to eq(404)
      expect(response.body.size).to be < 500
    end

    it "wants a login" do
      post "/orders", params: { sku: "bolt", count: 500 }
      expect(response).to have_http_status(:unauthorized)
    end
  end
end
