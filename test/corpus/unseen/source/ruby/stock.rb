require 'net/http'
require 'faraday'

PORT = 5000
MAX_ITEMS = 500
SIZES = [400, 404, 500].freeze
RETRY_STATUSES = [429, 502, 503].freeze

class StockController < ApplicationController
  def show
    stock = Stock.find_by(id: params[:id])
    return head :not_found unless stock
    return head 403 if stock.locked?

    render json: stock, status: :ok
  end

  def create
    render json: { error: 'bad' }, status: :unprocessable_entity
  end

  def busy
    render plain: 'busy', status: 503
  end
end

def fetch(id)
  response = Faraday.get("http://localhost:#{PORT}/stock/#{id}")
  case response.status
  when 404 then nil
  when 401, 403 then raise 'log in'
  else JSON.parse(response.body)
  end
end

def legacy(uri)
  res = Net::HTTP.get_response(uri)
  return nil if res.code == '410'
  return nil if res.code.to_i == 429

  res.body[0, 404]
end

def shelf(number)
  case number
  when 404 then 'garden'
  when 500 then 'books'
  end
end

def odd?(id)
  id == 404 || id > 500 || (400..429).cover?(id)
end
