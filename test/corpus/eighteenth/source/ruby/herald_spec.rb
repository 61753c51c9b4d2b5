# frozen_string_literal: true

require "spec_helper"
require "webmock/rspec"
require "x"

RSpec.describe Herald do
  subject(:herald) { described_class.new(X::Client.new(bearer_token: "t")) }

  let(:url) { "https://api.twitter.com/2/tweets" }
  let(:notice) { "Low water, 187 cm at 4.30" }

  it "sends" do
    stub_request(:post, url).to_return(status: 201, body: '{"data":{"id":"4530000000000000404"}}')
    expect(herald.post(notice)).to eq("4530000000000000404")
  end

  it "waits for the window" do
    stub_request(:post, url).to_return({ status: 429, headers: { "x-rate-limit-reset" => "1764300000" } }, { status: 201 })
    herald.post(notice)
    expect(a_request(:post, url)).to have_been_made.twice
  end

  it "raises when the limit stays" do
    stub_request(:post, url).to_return(status: 429)
    expect { herald.post(notice) }.to raise_error(X::TooManyRequests)
  end

  context "when the text was posted before" do
    before do
      body = { detail: "You are not allowed to create a Tweet with duplicate content.", status: 403 }
      stub_request(:post, url).to_return(status: 403, body: body.to_json)
    end

    it { expect(herald.post(notice)).to be_nil }
  end

  context "when the old endpoint is used" do
    let(:errors) { { errors: [{ code: 326, message: "To protect our users, this account is temporarily locked." }] } }

    it "stops" do
      stub_request(:post, %r{/1\.1/statuses/update}).to_return(status: 403, body: errors.to_json)
      expect { herald.old_post(notice) }.to raise_error(Herald::Stopped)
    end

    it "knows the codes" do
      expect(Herald::FINAL_CODES).to include(64, 89, 326)
      expect(Herald::MAX_CHARS).to eq(280)
    end
  end

  it "counts the queue" do
    500.times { herald.later(notice) }
    expect(herald.queue.size).to eq(500)
    expect(herald.width).to be < 453
  end
end
