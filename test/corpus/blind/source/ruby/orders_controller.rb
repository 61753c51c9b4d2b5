# frozen_string_literal: true

class OrdersController < ApplicationController
  PER_PAGE = 50
  MAX_PAGE = 500

  rescue_from ActiveRecord::RecordNotFound do
    render json: { message: "no such order" }, status: :not_found
  end

  rescue_from ActionController::ParameterMissing do |error|
    render json: { message: error.message }, status: 400
  end

  def index
    page = params.fetch(:page, 1).to_i
    return head :unprocessable_entity if page > MAX_PAGE

    render json: Order.order(:id).limit(PER_PAGE).offset(PER_PAGE * (page - 1))
  end

  def create
    return head(:too_many_requests) if limited?

    order = Order.new(params.require(:order).permit(:sku, :count))
    if order.save
      render json: order, status: :created
    elsif order.errors.of_kind?(:reference, :taken)
      render json: { errors: order.errors }, status: :conflict
    else
      render json: { errors: order.errors }, status: 422
    end
  end

  def update
    order = Order.find(params[:id])
    return head 423 if order.locked?

    order.update!(count: params[:count].to_i.clamp(1, 500))
    head :no_content
  end

  private

  def limited?
    Rails.cache.increment("orders/#{request.ip}", 1, expires_in: 500) > 50
  end
end
