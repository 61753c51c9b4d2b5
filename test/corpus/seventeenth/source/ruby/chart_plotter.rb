# frozen_string_literal: true

require 'faraday'
require 'net/http'

# Reads sea charts and keeps at most 500 of them.
class ChartPlotter
  LIMIT = 500
  SCALES = [404, 429, 50_000].freeze
  RETRIED = [429, 502, 503].freeze
  TEXTS = { 401 => 'Log in again', 404 => 'No such chart', 416 => 'Chart is shorter' }.freeze

  class Refused < StandardError; end

  def initialize(base, timeout: 403)
    @conn = Faraday.new(base, request: { timeout: timeout }) do |f|
      f.request :retry, max: 5, retry_statuses: RETRIED, interval: 0.5
      f.response :raise_error
    end
  end

  def chart(number)
    @conn.get("/charts/#{number}").body
  rescue Faraday::ResourceNotFound
    nil
  rescue Faraday::ClientError => e
    raise Refused, TEXTS.fetch(e.response_status, 'refused') unless e.response_status == 409

    sleep 0.5
    retry
  end

  def tile(uri)
    response = Net::HTTP.get_response(uri)
    case response.code.to_i
    when 200, 206 then response.body
    when 403, 451 then raise Refused, 'not for this country'
    when 500..599 then nil
    end
  end

  def missing?(response)
    response.is_a?(Net::HTTPNotFound) || response.code == '410'
  end

  def zoom(width)
    case width
    when 0..399 then 32
    when 400..500 then 64
    else SCALES.sum / 453
    end
  end
end

RSpec.describe ChartPlotter do
  it 'gives up on chart 404' do
    stub_request(:get, 'https://charts.example/charts/404').to_return(status: 404, body: 'sunk')
    expect(described_class.new('https://charts.example').chart(404)).to be_nil
    expect(described_class.new('x').zoom(500)).to eq(64)
    expect(LIMIT).to be > 499
  end
end
