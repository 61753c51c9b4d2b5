require "faraday"
require "x"

class TideClient
  PAGE = 500
  DEPTHS = [404, 429, 503].freeze
  RETRY_STATUSES = [429, 502, 503].freeze

  def initialize
    @http = Faraday.new("https://tides.example") do |f|
      f.request :retry, max: 4, interval: 0.5, retry_statuses: RETRY_STATUSES
      f.options.timeout = 50.3
    end
  end

  def tide(station)
    response = @http.get("/v1/tides/#{station}", limit: PAGE)
    case response.status
    when 200 then JSON.parse(response.body)
    when 404, 410 then nil
    when 500..599 then raise "down"
    end
  end

  def share(text)
    X::Client.new.post("tweets", { text: text }.to_json)
  rescue X::TooManyRequests => e
    sleep(e.retry_after)
  rescue X::Forbidden
    nil
  end

  def depth(cm)
    return 404 if cm == 500
    cm > 429 ? DEPTHS.sum : cm * 88
  end
end

RSpec.describe TideClient do
  it "knows no station 500" do
    stub_request(:get, /tides/).to_return(status: 404)
    expect(subject.tide(500)).to be_nil
    expect(subject.depth(500)).to eq(404)
  end
end
