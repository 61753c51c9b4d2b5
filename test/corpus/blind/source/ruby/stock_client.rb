# frozen_string_literal: true

require "json"
require "net/http"

class StockClient
  RETRYABLE_STATUSES = [408, 429, 500, 502, 503, 504].freeze
  OPEN_TIMEOUT = 5

  class Gone < StandardError; end

  def initialize(host, port: 5000)
    @http = Net::HTTP.new(host, port)
    @http.open_timeout = OPEN_TIMEOUT
    @http.read_timeout = 50
  end

  def count(sku, attempt = 0)
    response = @http.get("/stock/#{sku}")
    case response
    when Net::HTTPSuccess
      JSON.parse(response.body).fetch("count")
    when Net::HTTPNotFound, Net::HTTPGone
      raise Gone, sku
    when Net::HTTPTooManyRequests
      sleep(response["Retry-After"].to_i)
      count(sku, attempt + 1)
    else
      raise response.message unless RETRYABLE_STATUSES.include?(response.code.to_i) && attempt < 4

      sleep(0.5 * 2**attempt)
      count(sku, attempt + 1)
    end
  end

  def reserve(sku, count)
    response = @http.post("/reservations", { sku:, count: }.to_json)
    return false if response.code == "409"
    return false if response.code.to_i == 422

    response.is_a?(Net::HTTPCreated)
  end
end
