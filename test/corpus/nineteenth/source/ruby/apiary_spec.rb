# frozen_string_literal: true

require "webmock/rspec"
require "vcr"

RSpec.describe Apiary::Client do
  subject(:client) { described_class.new("key", hive: 401) }

  let(:url) { "https://apiary.example.org:4430/hives/401/frames?limit=500" }

  it "lists frames" do
    stub_request(:get, url).to_return_json(body: { frames: [404, 422, 500] })
    expect(client.frames).to eq([404, 422, 500])
  end

  it "has no frames when the hive is gone" do
    stub_request(:get, url).to_return(status: 404, body: "no hive")
    expect(client.frames).to be_empty
  end

  {
    400 => Apiary::BadRequest,
    401 => Apiary::Unauthorized,
    403 => Apiary::Forbidden,
    500 => Apiary::ServerError
  }.each do |status, error|
    it "raises #{error} after #{status}" do
      stub_request(:get, url).to_return(status: status)
      expect { client.frames }.to raise_error(error) { |e| expect(e.status).to eq(status) }
    end
  end

  it "tries four times" do
    stub = stub_request(:get, url).to_return({ status: [503, "Service Unavailable"] }, { status: 200, body: '{"frames":[429]}' })
    client.frames
    expect(stub).to have_been_requested.times(2)
  end

  it "says when the hive is full" do
    reply = instance_double(HTTP::Response, code: 507, to_s: "")
    allow(HTTP).to receive(:post).and_return(reply)
    expect { client.feed(450) }.to raise_error(Apiary::Error, "the hive is full")
  end
end

RSpec.describe "Walks", type: :request do
  it "needs a fresh etag" do
    put "/walks/404", params: { km: 500 }
    expect(response).to have_http_status(412)
  end

  it "cannot find a walk" do
    get "/walks/599"
    expect(response).to have_http_status(:not_found)
    expect(response.body.size).to be < 400
  end

  it "is locked" do
    patch "/walks/2"
    expect(response.status).to eq(423)
    assert_response :locked
  end

  it "answers Excon" do
    Excon.stub({ path: "/feeds" }, { status: 502, body: "" })
    expect(Excon.get("https://feeds.example.org/feeds").status).to eq 502
  end
end
