require "faraday"

class Client
  PAGE = 500
  RETRY = [429, 500, 503].freeze

  def load(id)
    response = @conn.get("/orders/#{id}", limit: 404)
    case response.status
    when 404 then nil
    when 200..299 then JSON.parse(response.body)
    when 401, 403 then raise Denied
    end
  rescue Faraday::ResourceNotFound
    nil
  rescue Net::HTTPTooManyRequests, Faraday::TimeoutError
    sleep 500
    retry
  end

  def render_error
    render json: {}, status: :unprocessable_entity
    head 410
  end
end
